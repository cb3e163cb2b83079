export { defaults, type ServiceOptions } from './options.ts'
export { isLoopback, type Service, ServiceError, type ServiceFiles, startService } from './service.ts'
export { createToken, readTokens, TokenError } from './tokens.ts'
export type { WorkerProgram } from './worker-process.ts'
