import { serviceBackEnd } from './backends/service.ts'
import { start } from './start.tsx'

start(serviceBackEnd(document.baseURI))
