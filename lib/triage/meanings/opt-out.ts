import { TWILIO_STOP } from '../keywords.ts'
import type { Meaning } from './table.ts'

/** No more texts. "Stop" opts out on its own or with the texts as its object; never with a medicine, a belt or a life. */
// biome-ignore format: a table reads row by row
export const OPT_OUT = {
  whole: `${TWILIO_STOP.join(', ')}, stop all, opt out, stop it, stop this, stop these, stop them, stop now, remove, delete, unsub, cease, discontinue, block, enough stop, no thanks stop, no stop, not interested stop,  end this, end it, end service, leave me alone, piss off, bugger off, fuck off, f off, get lost, go away, rack off, sod off, lose my number, lose this number, remove me, delete me, take me off, take me off this, opt me out, stop reply, reply stop, text stop, stop text, stop sms, this is spam, spam, quit it, i said stop, you can stop, stop already, cease and desist, no texts, no sms`,
  says: [
    'stop/quit/cease/end/cancel/discontinue/halt the?/these?/this?/all?/your?/sending?/future?/any?/my? texts/messages/message/sms/reminders/notifications/messaging',
    'stop/quit/cease/end/cancel/discontinue/halt .. these/the/your/all/future/my/reminder .. texts/messages/reminders/sms',
    'stop/quit/cease text $', 'stop/quit/cease these', 'quit/end/cancel/stop this service',
    'stop/quit/cease texting/messaging/contacting/smsing/spamming/harassing/bugging/annoying/bothering/pestering me/us/this', 'stop/quit/cease texting/messaging/contacting/spamming/harassing/smsing/pestering $', 'stop/quit/cease texting/messaging/contacting please/now',
    'stop/quit/cease sending/getting/receiving me? these/texts/messages/reminders/this/them/any/stuff/crap/shit/sms/all', 'stop/quit sending me? $',
    'no/zero more/further/texts/sms .. texts/messages/reminders/message/text/sms', 'dont/not want/need texts/messages/reminders from', 'not/dont want/wish .. texts/messages/reminders', 'no more/further of? these? texts/messages/reminders/sms', 'no texts please', 'enough .. texts/messages/reminders', 'no further texts',
    'dont text/message/contact/sms me/us $', 'do not text/message/contact/sms me/us $', 'dont/not text/message/contact/sms/bother me/us again/anymore/please/ever', 'dont/not text/message/contact/sms me any more', 'dont/not send me? these/texts/messages/reminders', 'dont/not send me? any/anymore more? $', 'dont/not send me any more', 'not contact me', 'dont bother texting', 'dont/not text this number', 'please dont contact',
    'dont/not/no/never longer? want/wish/need/like/require .. these/any/your/the/more/no .. texts/messages/reminders/sms', 'dont/not want/wish/need .. receive/get/receiving/getting .. these/texts/messages/reminders', 'dont/not want/need texts/messages/reminders/reminding', 'dont/not want/need these $', 'dont/not want/need these anymore/texts/please/thanks/any', 'dont want to get/receive these', 'no longer want/wish/need/require .. texts/messages/reminders/these', 'no longer want/wish to receive', 'dont need the reminders', 'rather not get/receive .. texts/messages/these', 'prefer not .. receive/get/receiving/getting .. texts/messages/these/reminders', 'not consent .. texts/messages', 'withdraw .. consent .. texts/messages', 'withdraw consent', 'withdraw me from',
    'take me off $', 'take me off .. list/database/system/texts/this/these', 'take my/this/the name/number off', 'take number off', 'remove me $', 'remove me from .. list/database/system/texts/these/this', 'remove/delete my number/name/details $', 'remove/delete my number/name/details from/please/now', 'remove/delete this number', 'delete me from', 'get me off .. list/this/here/these', 'get me off here',
    '^ unsubscribe $', 'unsubscribe me', 'please unsubscribe', 'want/like/wish/trying to unsubscribe', 'unsubscribe please/thanks', 'unsubscribe from these/this/texts/your/all', 'opt out $', 'opt me out', 'opting out $', 'opt out please/of these/of texts/from', 'opt me out',
    'turn/switch off .. texts/messages/reminders/notifications', 'turn/switch these/them/texts/reminders/messages .. off', 'sick of .. texts/messages/reminders', 'fed up with .. texts/messages/reminders', 'done with these texts/messages', 'tired of .. texts/messages/reminders', 'want/wish/like these/the .. to? stop', 'make it/them/these/the stop texts?', 'too many texts/messages .. stop', 'texts/messages stop please', 'cancel my subscription', 'asked/asking you to stop', 'told/telling you to stop', 'no need for .. texts/reminders', 'cease .. communication/contact/texting/messages', '^ no texts/messages/sms/reminders please/thanks/anymore/$', '^ no texts/messages/sms/reminders $', 'no more contact', 'cease and desist', 'texts/messages stop $', 'get rid of my number', 'spam stop', 'withdraw/withdrawn/withdrawing .. consent', 'off this/your/the list', 'no more of these please/thanks/$', 'no more of these $', 'stop spam', 'stop the spam', 'you can stop texting', 'not interested stop',
  ],
  unless: [
    'how do/can/to/could/would/does .. stop/unsubscribe/opt/cancel/end/turn', 'when/why/where do/does/did/will/would/should/can .. stop/unsubscribe/opt', '^ does/did .. stop', 'dont/didnt/not/never/wont/cant/couldnt stop', 'didnt/not mean .. stop', 'dont unsubscribe/cancel/remove', 'do not stop/unsubscribe', 'if/unless .. stop', 'stop worrying/being/it', 'while/when/until/before/til/till/after im/i/you/driving', 'texts/messages from her/him/them/my/mum/dad/your', 'hammer time', 'name of love', 'collaborate and listen',
  ],
} as const satisfies Meaning

/** A sentence that is only "stop", beside others. Friends say so too, laughing. */
// biome-ignore format: a table reads row by row
export const BARE_STOP = {
  whole: '',
  says: ['< ok/please/just/no/thanks/so/nah/hi/hello/enough/and stop >', 'i said stop', 'to say stop $', '^ stop now/please/thanks please/now/thanks? $', '^ stop stop', '^ stop i/im/ive/we', '^ stop not/dont/no/all/happy/finished/thank/thanks/bye/please/mate/cheers', '^ no/nah thanks? stop $', 'thanks stop $'],
  unless: ['haha', 'lol', 'lmao', 'joking', 'kidding', 'crying', 'laughing', 'dead', 'hilarious', 'hammer time', 'collaborate and listen', 'you are/youre/your killing/making/too/so', 'youre/killing me', 'bus/tram/train stop', 'at the .. stop', 'if/when/until i say'],
} as const satisfies Meaning

/** Not she. */
// biome-ignore format: a table reads row by row
export const WRONG_NUMBER = {
  whole: 'wrong, wrong number, wrong person, not me, wrong phone, wrong mobile, incorrect number',
  says: ['wrong number', 'wrong person', 'wrong phone', 'wrong mobile', 'incorrect number', 'isnt/not/longer her/his/my number anymore', 'number is no longer hers/his/in', 'im/am not the patient', 'not the patient', 'no @name here', 'there is no .. here', 'theres no .. here', 'dont know this/that person', 'belongs to someone else', 'someone elses number/phone', 'has/got a new number', 'not .. number anymore', 'this is not/isnt .. phone/number'],
  unless: ['item number', 'wrong number of', 'the wrong number on', 'not my/a/the problem/time/day/good/ok/fine/working/fair/normal/right/what/how/funny/helpful/acceptable/enough/an', 'ridiculous', 'there is no .. here? parking/receipt/rush/reason/need/way/point/change/pain/redness'],
} as const satisfies Meaning
