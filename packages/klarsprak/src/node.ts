export { nodeFileSystem, toPath } from '@klarsprak/engine/node'
