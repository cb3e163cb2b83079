export { type ReviewJob, type ReviewResult, TextError } from './job.ts'
export {
  createQueue,
  createWorker,
  defaultQueue,
  type ReviewQueue,
  type ReviewWorker,
  type WorkerOptions,
} from './queue.ts'
