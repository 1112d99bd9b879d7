import { machineReportAnswerSchema, machineReportSchema } from '../../shared/sync/machine-report.ts'
import { faultSchema } from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import { checkDepth } from '../http/depth-limit.ts'
import type { App } from '../http/fastify-app.ts'
import { checkOwnStation } from '../http/station-token.ts'
import { takeReport } from '../machines/take-report.ts'

/** POST /v1/machine-reports: a machine's trail is anchored, its key certified, its lists brought up. */
export function addMachineReportRoute(app: App, city: City): void {
  app.post(
    '/v1/machine-reports',
    {
      config: { permission: 'station', takesTurns: true },
      schema: {
        summary: 'Anchor the trail of a machine, certify its key, fetch keys, void list and leavers',
        body: machineReportSchema,
        response: {
          200: machineReportAnswerSchema,
          409: faultSchema,
        },
      },
      preValidation: checkDepth,
    },
    async (request) => {
      checkOwnStation(request, request.body.station, request.body.device)
      return takeReport(city, request.body)
    },
  )
}
