import { TWILIO_HELP, TWILIO_START } from '../keywords.ts'
import type { Meaning } from './table.ts'

/** Texts again, after STOP. */
// biome-ignore format: a table reads row by row
export const OPT_IN = {
  whole: `re start, start up again, subscribe me again, sign me up again, subscribe again, receive again, ${TWILIO_START.join(', ')}, start again, start texts, start texts again, restart, resume, resubscribe, subscribe, opt in, opt back in, start texting, start texting again, start over, sign up, sign me up, begin, start back up`,
  says: [
    'text/message me again >', 'text/message me again please/pls', 'please text/message me again',
    'resume/restart . @texts', '@texts . begin/start/on again/please', 'start again . @texts',
    'start em/them up', 'back on . list', 'put/pit me back', 'texts on again', 'by wrong finger/button',
    'un dump', 'once more . @texts', 'start the texts/messages/reminders again', 'miss the reminders/texts',
    'subscribe/sign/signup me? . again/back',
    'start/begin/resume/restart/continue . receiving/getting/sending . texts/messages/reminders',
    'receive/get/have/send/want . texts/messages/reminders . again/back/oncemore',
    'receive/get/receiving . messages/texts/reminders . once more', 'turn . on again',
    'start/restart/resume/begin the?/my? texts/messages/reminders/texting', 'start sending .. again',
    'turn/switch .. texts/messages/reminders .. on', 'turn/switch on .. texts/messages/reminders',
    'turn them back on', 'sign me back up', 'opt me? back? in', 'put me back on',
    'want the texts/messages/reminders again/back', 'get the texts/messages/reminders again/back',
    'didnt mean to stop/unsubscribe/cancel', 'texts back on', 'resubscribe', 're subscribe',
    'stopped these/texts/messages/reminders/the/them/it? .. by accident/mistake',
    'stopped by accident/mistake',
    'accidentally stopped/unsubscribed/cancelled these/texts/messages/reminders/the/them',
    'unsubscribed/unsubscribe .. by accident/mistake', '^ start them/these/it again/up/back',
    '^ please start them/these again', 'stopped .. accidentally',
  ],
  unless: [
    'no/not/dont/never/stop . text/message me again',
    'stopped .. exercises/belt/wearing/tablets/pills/tablet/doing',
  ],
} as const satisfies Meaning

/** How this works, who writes, which number to call. */
// biome-ignore format: a table reads row by row
export const HELP = {
  whole: `${TWILIO_HELP.join(', ')}, hlep, helpp, halp, hepl, hlp, helo help, help help, help please, please help, options please, whats the after hours number, after hours number, explain, explain please, can someone explain, who are you people, help me, huh, who is this, whos this, who this, who are you, who dis, new phone who dis, what is this, what is this for, what is this about, whats this, whats this about, whats this for, i dont understand, dont understand, i dont get it, how does this work, what are my options, options, menu, commands, command, instructions, phone number, your number, number, whats your number, whats the number, are you a bot, is this a bot, are you real, how do i use this, what do i do, what now, what am i supposed to do, can you explain, please explain, confused, im confused, contact details, what are you asking, need help, i need help, can you help, can you help me`,
  says: [
    'whats/what the/your/is/clinics/clinic . phone? number/num', 'what does/do c/r/y/n or/and',
    'what . must/should/have/can/do/shall i? . reply/write/answer/text/press/send/respond/type',
    'must reply what', 'what to write/answer', 'what is c/r/y/n', 'magic words', 'what does this mean',
    'what do you mean', 'whats the options', 'guide me', 'i text a number', 'supposed to do with this',
    'how do i confirm', 'what are these/the messages/texts . about/for', 'what do you want me to', 'what do i do now', 'dont get it >', 'whats this number', 'wtf is this', 'how do i . turn . off',
    'whos texting', 'whose message/text/number', 'where do i reply', 'can i ring/call someone/anyone/somebody',
    'what do c/y/n and', '^ help me? . use/with/understand/work/out/text/this/these/what/how',
    'help me with/use/understand/work this/the/these/out', '^ help $',
    '^ help what/how/who/when/which/i/is/where', 'whos/who texting/messaging me', 'texting me please',
    'dont/not/no know/knowing/understand . how . answer/reply/respond/use/text', 'not knowing how',
    'need/want . hand with . text/this/message', 'hand with this/the',
    'which one/letter/number/button . do/should/to . i? press/text/send/reply/push',
    'what do/does the/these/those letters/numbers/options/c/r/y . mean',
    'explain/clarify . message/text/this/it/these/question/what/please/to', 'what/which are my/the options',
    'after hours . number/phone/line', 'what . press/type/reply/answer/send . now/here/back/please/?',
    'how do/does i/this/it . work/use/reply/answer/respond/text',
    'who is/are . texting/messaging/sending/this/you',
    'how/can do? i/you .. stop/unsubscribe/opt/cancel .. these/texts/messages/out/getting/reminders',
    'how do i/you .. stop/unsubscribe/opt', 'who am i texting', 'what does .. text/message mean',
    'how to stop/unsubscribe/opt', 'how do i reply/answer/respond/text/change',
    'what do i reply/text/press/say/send/answer/type', 'what/which should i reply/text/press/answer/send/say',
    'what am i meant/supposed to', 'what does c/are/y/n/stop/less/more mean',
    'what/which number do i call/ring/phone', 'whats the/your phone? number', 'number to call/ring',
    'is this a real/bot/robot/person/scam', 'are you a/real bot/robot/person/computer', 'do i reply to',
    'how does this work', 'confused by/about this/these/your/that/what/texts/message/messages/question',
    'confused by/about the text/texts/message/messages/question/belt/exercises/instructions $',
    'confused what', 'what to reply', 'who .. texting me', 'who sent this', 'who sends these/this',
    'dont understand', 'who do/should/can i call/ring/phone/contact/talk/speak/ask/text/see',
    'who to call/ring/phone/contact', 'whats .. phone/contact number', 'phone/contact number/details for/of',
    'number for .. reception/clinic/rooms/nurse/doctor/surgery', 'how do/can i .. get hold of',
    'how do/can i contact/reach/ring/call/phone', 'what number .. ring/call/phone',
  ],
  unless: ['number for .. @tradie'],
} as const satisfies Meaning

// biome-ignore format: a table reads row by row
export const FEWER_TEXTS = {
  whole: `
    less, fewer, less texts, fewer texts, less messages, fewer messages, less reminders, fewer reminders,
    too many texts, too many messages, not so many texts, not so many messages, less often`,
  says: [
    'send/have/get/want/with less/fewer texts?/messages?/reminders?', 'text me less', 'text so often',
    'less often', 'so many texts/messages', 'too many texts/messages', 'fewer texts/messages/reminders',
    'less texts/messages/reminders',
  ],
  unless: [],
} as const satisfies Meaning

// biome-ignore format: a table reads row by row
export const MORE_TEXTS = {
  whole: 'more, more texts, more messages, more reminders, all texts, send more',
  says: [
    'more texts/messages/reminders please', 'send me more texts/reminders/messages', 'all the texts again',
  ],
  unless: ['no more', 'any more'],
} as const satisfies Meaning
