import type { TemplateText } from './slots.ts'

/**
 * What the service says back to a reply, and the alert it sends to staff, by key. Each is one GSM-7 segment with the
 * longest values of its slots.
 */
export const ANSWERS = {
  /** Only where Twilio does not answer STOP itself. */
  stop: '{clinic}: texts are off now, visit reminders too. To turn them back on reply START. To change a visit or for care, call {phone}.',
  start:
    '{clinic}: welcome back. We will send visit reminders and care tips. Reply STOP to opt out. Not for emergencies: call {em}.',
  help: '{clinic}: reply C or R for a visit, a number 0-10 for pain, or text a medicine name. STOP to opt out. Call {phone}. Emergency: {em}.',
  confirm: '{clinic}: thanks, you are confirmed for {date} at {time}. To change it reply R or call {phone}.',
  change:
    '{clinic}: thanks for letting us know. Your visit is not changed yet. We will call you in work hours, or you can call {phone}.',
  /** In the last 24 hours before the visit. */
  'change.soon':
    '{clinic}: thanks. Your visit is very soon and is not changed yet, so please call {phone} as soon as you can.',
  /** A score of 0 to 3. */
  'pain.low': '{clinic}: thanks, we have noted {x} out of 10. Keep going with your plan.',
  'pain.mid':
    '{clinic}: thanks, noted {x} out of 10. Use the pain relief your doctor advised. If it gets worse call {phone}.',
  'pain.high':
    '{clinic}: noted {x} out of 10. That is a lot. Please call {phone} today, or {line} if closed. Weak, numb or very unwell? Call {em} now.',
  'pain.bad':
    '{clinic}: sorry, we need one number from 0 (no pain) to 10 (worst pain). For example, reply 4.',
  yes: '{clinic}: thanks, noted. Keep to the pace your physio set.',
  'belt.yes': '{clinic}: thanks, noted.',
  no: '{clinic}: thanks for telling us. Start small, only when you feel ready. If pain, fit or time gets in the way call {phone} and we can help.',
  'belt.no':
    '{clinic}: thanks for telling us. If the belt rubs, slips, hurts or is hard to fit, call {phone} and we will help.',
  nsaid:
    '{clinic}: {drug} is an anti-inflammatory, so please avoid it. If a doctor prescribed it, keep taking it and call {phone}.',
  'nsaid.topical':
    '{clinic}: {drug} counts as an anti-inflammatory too. Please leave it off for now. If a doctor prescribed it, call {phone} first.',
  'nsaid.taken':
    '{clinic}: thanks for saying. Prescribed {drug}? Keep on and call {phone}. If not, please take no more for now. Unwell? {line}',
  aspirin:
    '{clinic}: if a doctor told you to take low dose aspirin, keep taking it. Do not use aspirin for pain. To check, call {phone}.',
  /** Steroids and blood thinners. */
  dontstop:
    '{clinic}: please do not stop or change {drug} on your own. Our team needs to check it with you. Call {phone}.',
  paracetamol:
    '{clinic}: {drug} is not an anti-inflammatory. If safe for you, keep to the pack limit and count it in cold and flu packs too.',
  ask: "{clinic}: we can't advise on {drug} by text. Ask your pharmacist or call {phone}. Keep taking prescribed medicines as normal.",
  'drug.unknown':
    "{clinic}: we can't check that one by text. Ask a pharmacist or call {phone} before you take it. Keep taking prescribed medicines as normal.",
  emergency:
    '{clinic}: this may be an emergency. Call {em} now or go to the nearest emergency department. Do not wait for us to text back.',
  'clinic.open':
    "{clinic}: please call us now on {phone}. We have alerted our team. If you can't get through call {line}. If you get worse call {em}.",
  'clinic.closed':
    '{clinic}: we are closed and this needs a nurse or doctor now. Call {line} (24 h) or go to urgent care. If worse, shaking or confused call {em}.',
  /** At the ladder's end. */
  'not.reached':
    '{clinic}: we have not reached our doctor yet. Please do not wait for us: call {line} now, or {em} if you feel worse.',
  /** Asked at her next 09:00 that is at least 4 hours on. */
  'check.back':
    '{clinic}: checking on your message. Have you spoken to a nurse or doctor? Reply Y or N. If not, call {line} now. If worse call {em}.',
  crisis:
    '{clinic}: please get help right now. Call {em}, or {crisis} to talk to someone. You do not have to face this alone.',
  poison:
    '{clinic}: too much pain relief can harm you even if you feel fine. Call {em} or the poisons line {poison} now.',
  pregnant:
    '{clinic}: thanks for telling us. Please call {phone} before your next visit so we can plan safely. Bleeding or unwell? {line} or {em}.',
  less: '{clinic}: OK, fewer texts. You will still get visit and safety texts. Reply MORE to get all of them again or STOP for none.',
  more: '{clinic}: OK, you will get all texts again. Reply LESS for fewer.',
  wrong: '{clinic}: sorry about that. We will not text this number again.',
  /** An unlabelled reply from a shared phone. */
  who: '{clinic}: who is this for? Please reply again starting with the name label, for example: {label} 7.',
  /** To staff, not to a patient. */
  alert:
    '{clinic} alert {n}: patient {reference} may need a person now (tier {tier}). Open the console for her words, call her, then reply OK {n}.',
  /** To staff, on "OK 4". */
  'staff.ack': '{clinic}: alert {n} is yours, patient {reference}. Please call her now.',
  /** To staff, on anything else. */
  'staff.which':
    '{clinic}: which alert do you take on? Please reply OK and the number that stands in the alert.',
  /** To staff, once a week by both routes. */
  'route.test':
    '{clinic}: weekly test of the alert line for patients. Nothing to do. If you did not expect this, please call {phone}.',
  /** At most once in 4 hours. */
  unknown:
    "{clinic}: thanks, our team will read this in work hours. Can't wait? Call {phone}, or {em} in an emergency. Reply HELP for options.",
} as const satisfies Readonly<Record<string, TemplateText>>

export type AnswerKey = keyof typeof ANSWERS

/** Said instead when patient and clinic live in different zones. */
export const CITY_ANSWERS = {
  confirm:
    '{clinic}: thanks, you are confirmed for {date} at {time} {city} time. To change it reply R or call {phone}.',
} as const satisfies Readonly<Partial<Record<AnswerKey, TemplateText>>>
