import { dynamoDocuments } from '../../lib/adapters/dynamodb/items.ts'
import { dynamoSenderBreakers } from '../../lib/adapters/dynamodb/sender-breakers.ts'
import { runCommand } from './flags.ts'
import { restartSending } from './restart-sending-command.ts'

runCommand('npm run restart-sending', async () => {
  console.log(
    await restartSending(process.argv.slice(2), ({ region, table }) =>
      dynamoSenderBreakers({ documents: dynamoDocuments({ region }), tableName: table }),
    ),
  )
  return 0
})
