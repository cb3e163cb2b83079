import { tabBackEnd } from './backends/tab.ts'
import { start } from './start.tsx'

start(tabBackEnd(document.baseURI))
