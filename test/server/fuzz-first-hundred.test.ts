import { promiseOfAHundredSeeds } from '../fuzz/fuzz-suite.ts'

promiseOfAHundredSeeds(1)
