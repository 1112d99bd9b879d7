import { useEffect, useState } from 'react'
import { isSamePerson } from '../../shared/cases/holding.ts'
import { permits } from '../../shared/people/role.ts'
import type { User } from '../../shared/people/user.ts'
import { station } from '../station.ts'
import { useActor } from './desk.tsx'

/** Everybody at this station who can be given a case, as this machine knows them. */
export function useCaseworkers(): readonly User[] {
  const [users, setUsers] = useState<readonly User[]>([])
  useEffect(() => {
    void station.call('signin.users', {}).then((answer) => setUsers(answer.users))
  }, [])
  return users.filter(({ role }) => permits(role, 'hold-case'))
}

/** The same without whoever sits here. */
export function useColleagues(): readonly User[] {
  const actor = useActor()
  return useCaseworkers().filter(({ id, policeNumber }) => !isSamePerson({ userId: id, policeNumber }, actor))
}
