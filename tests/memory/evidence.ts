import type { PatientId } from '../../lib/patient/identifiers.ts'
import type { Change, Reply } from '../../lib/patient/patient.ts'
import type { AnswerReport, Evidence, SentEvidence } from '../../lib/ports/evidence.ts'

interface Kept {
  readonly sent: Map<string, SentEvidence>
  readonly replies: Map<string, Reply>
  readonly reports: Map<string, AnswerReport>
  readonly changes: Map<number, Change>
}

export function memoryEvidence(): Evidence {
  const partitions = new Map<PatientId, Kept>()
  const kept = (patient: PatientId): Kept => {
    const partition = partitions.get(patient) ?? {
      sent: new Map(),
      replies: new Map(),
      reports: new Map(),
      changes: new Map(),
    }
    partitions.set(patient, partition)
    return partition
  }
  return {
    async putSent(patient, sent) {
      putIfAbsent(kept(patient).sent, `${sent.text}#${sent.attempt}`, sent)
    },
    async putReply(patient, reply) {
      putIfAbsent(kept(patient).replies, reply.sid, reply)
    },
    async putAnswerReport(patient, report) {
      putIfAbsent(kept(patient).reports, `${report.reply}#${report.state}`, report)
    },
    async putChange(patient, change) {
      putIfAbsent(kept(patient).changes, change.version, change)
    },
    async reply(patient, sid) {
      return structuredClone(kept(patient).replies.get(sid))
    },
    async sent(patient) {
      const sent = [...kept(patient).sent.values()]
      return structuredClone(sent.sort((one, other) => one.sentAt - other.sentAt))
    },
    async replies(patient) {
      const replies = [...kept(patient).replies.values()]
      return structuredClone(replies.sort((one, other) => one.at - other.at))
    },
    async answerReports(patient) {
      const reports = [...kept(patient).reports.values()]
      return structuredClone(reports.sort((one, other) => one.at - other.at))
    },
    async changes(patient) {
      const changes = [...kept(patient).changes.values()]
      return structuredClone(changes.sort((one, other) => one.version - other.version))
    },
    async forgetSent(patient, { text, attempt }) {
      kept(patient).sent.delete(`${text}#${attempt}`)
    },
    async forgetReply(patient, sid) {
      kept(patient).replies.delete(sid)
    },
    async forgetAnswerReport(patient, { reply, state }) {
      kept(patient).reports.delete(`${reply}#${state}`)
    },
    async forgetChange(patient, version) {
      kept(patient).changes.delete(version)
    },
  }
}

function putIfAbsent<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
  if (!map.has(key)) map.set(key, structuredClone(value))
}
