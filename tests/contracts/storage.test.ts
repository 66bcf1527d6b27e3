import { startStorage } from '../adapters/dynamodb/start-storage.ts'
import { memoryStore } from '../memory/store.ts'
import { storageContract } from './storage.ts'

storageContract('DynamoDB', startStorage)
storageContract('memory', async () => ({ ...memoryStore(), close: async () => {} }))
