import { ANSWERS } from './answers.ts'
import type { TemplateText } from './slots.ts'

/**
 * The words of every text the service sends of its own accord, by step. Not approved for any patient until a clinic's
 * doctor has signed the protocol version they belong to. Each is one GSM-7 segment with the longest values of its slots.
 */

/** Steps of one question share its words, so that her scores can be compared. */
const PAIN_CHECK =
  '{clinic}: how bad is your pain right now, 0 (none) to 10 (worst)? Reply with one number. Unwell or worried? Call {phone}. Emergency: {em}.'
const BELT_NUDGE =
  '{clinic}: are you wearing your belt the way your physio showed you? Reply Y or N. If it rubs, slips, hurts or makes you numb, call {phone}.'
const PHYSIO_NUDGE =
  '{clinic}: steady exercise is a key part of your plan. Did you do your physio exercises this week? Reply Y or N. A few minutes still counts.'

export const WORDING = {
  W0: '{clinic}: we will text visit reminders and care tips. Not you? Reply WRONG. STOP ends texts. Replies are not read 24/7: in an emergency call {em}.',
  R1: '{clinic}: your visit is {date} at {time}. Reply C to confirm, R to change. Please follow the prep steps you were given. Questions? {phone}',
  R2: '{clinic}: see you {date} at {time}. Reply C to confirm, R to change. Sick, feverish, new medicine or maybe pregnant? Call {phone} first.',
  V1: '{clinic}: your visit is now {date} at {time}. Please ignore earlier times. Reply C to confirm or R to change it. Questions? {phone}',
  V2: '{clinic}: your visit on {date} at {time} is cancelled, so please do not come in. To book a new time or ask why, call {phone}.',
  V3: '{clinic}: sorry we missed you on {date}. To book a new time reply R and we will call you, or call {phone}.',
  N1: '{clinic}: please avoid anti-inflammatory pills and gels like Nurofen or Voltaren. Keep taking prescribed medicines. Unsure? Text us the name.',
  N2: '{clinic}: sore? Please skip Nurofen, Voltaren and the like: they may slow healing. Keep taking prescribed medicines. Unsure of one? Text its name.',
  N3: '{clinic}: please stay off Nurofen, Voltaren and the like until your doctor says OK. Keep taking prescribed medicines. Still sore? Call {phone}.',
  N4: '{clinic}: the time set by your doctor for no anti-inflammatories ends today. Please check with us or your GP before you start one.',
  F1: '{clinic}: more pain at first is common. Use only pain relief your doctor advised. Worried? {phone}, or {line} if closed. Emergency: {em}.',
  F2: '{clinic}: fever, or hot, red or oozing skin? Call {phone} or {line} today. Weak leg, numb groin, bladder or breathing trouble? Call {em}.',
  F3: '{clinic}: still sore? It can take 3 to 4 weeks to settle. Getting worse, fever or hot red skin? Call {phone} today, or {line} if closed.',
  P0: '{clinic}: before your visit, how bad is your pain today, 0 (none) to 10 (worst)? Reply with one number. To change your visit call {phone}.',
  P1a: PAIN_CHECK,
  P1b: PAIN_CHECK,
  P2: '{clinic}: by now soreness has often eased. How is your pain today, 0 (none) to 10 (worst)? Reply with one number. Getting worse? Call {phone}.',
  P3: '{clinic}: last check. How is your pain today, 0 (none) to 10 (worst)? Reply with one number for your doctor to see. Questions? {phone}',
  B1a: BELT_NUDGE,
  B1b: BELT_NUDGE,
  B1c: BELT_NUDGE,
  B1d: BELT_NUDGE,
  X1: '{clinic}: are you back to your physio exercises? Go at the pace your physio set and ease off if pain climbs. Reply Y or N. Fewer texts? Reply LESS.',
  X2a: PHYSIO_NUDGE,
  X2b: PHYSIO_NUDGE,
  X2c: PHYSIO_NUDGE,
  X2d: PHYSIO_NUDGE,
  Z1: '{clinic}: this is our last text. Keep up your exercises and ask us before you use anti-inflammatories again. To book your review call {phone}.',
  E1: ANSWERS['not.reached'],
  E2: ANSWERS['check.back'],
} as const satisfies Readonly<Record<string, TemplateText>>

export type StepKey = keyof typeof WORDING

/** Said instead when patient and clinic live in different zones: a visit's time is the clinic's, so its city is named. */
export const CITY_WORDING = {
  R1: '{clinic}: your visit is {date} at {time} {city} time. Reply C to confirm, R to change. Questions? {phone}',
  R2: '{clinic}: see you {date} at {time} {city} time. Reply C to confirm, R to change. Sick, new medicine, pregnant? Call {phone} first.',
  V1: '{clinic}: your visit is now {date} at {time} {city} time. Reply C to confirm or R to change it. Questions? {phone}',
  V2: '{clinic}: your visit on {date} at {time} {city} time is cancelled, so please do not come in. To rebook or ask why, call {phone}.',
} as const satisfies Readonly<Partial<Record<StepKey, TemplateText>>>
