import type { Meaning } from './table.ts'

// biome-ignore format: a table reads row by row
export const CANNOT_ATTEND = {
  whole: 'r, cancel, reschedule, re schedule, rebook, re book, change, change it, postpone, cant come, cant, cant make it, not coming, no r, another day, different day, different time, change time, change day, move it, morning instead, on holidays, on holiday, im sick, sick, im away, away, covid, gastro, something came up, not available, unavailable, im late, cancelled, cancelling, swap, delay',
  says: [
    'reschedule', 'rescheduling', 'rebook', 're book', 're schedule', 'postpone', 'postponing',
    'cancel/cancelling my?/the?/this?/next?/our?/that?/tuesday?/a? .. appointment/visit/booking/injection/tuesday/tues/wednesday/thursday/friday/monday/session/treatment/procedure/it/slot', 'need/have/gotta/want/got/going/like/will/must to? cancel', 'can i cancel', 'to cancel', 'gotta cancel', 'cancel tuesday/tues/wednesday/thursday/friday/monday/tomorrow',
    'cant/wont/couldnt/unable/not/hardly .. come/attend/make it/tuesday', 'cant/wont/couldnt come/attend', 'cant .. make it', 'cant make', 'cant mke', 'wont make', 'not make it', 'unable to come/attend/make/get', 'not able to come/attend/make', 'wont be able .. come/make/attend/get', 'wont be there/coming/attending/in/going', 'not going to be there', 'not going to? make/come', 'not going to .. make/get/be', 'not coming', 'wont get there', 'cant get there/in/across/out', 'cant get time off', 'wont be in', 'cant drive in', 'wont be going', 'cant come', 'cant cum', 'not be able to come/attend/make',
    'cant do .. am/pm/oclock', 'cant do tuesday/tues/wednesday/wed/thursday/thurs/friday/fri/monday/mon/saturday/that/the/tomorrow/this/it/10am/9am/morning/then', 'tuesday/wednesday/thursday/friday/monday/tues/wed/thurs/fri/mon/time/day/date/am/pm/10am/9am/tuesdays is? no good/doesnt', 'no good for me', 'doesnt/dont/wont/not suit/work for?', 'time/day/that/it doesnt work', 'that/it/time/day/date doesnt/wont suit', 'doesnt suit', 'no longer works/work/suits', 'not available', 'not free',
    'change/move/swap/shift/push/delay my?/the?/this? .. appointment/visit/booking/time/day/date/injection/session', 'can/could/need/want/like/have .. change/move/push/shift/swap/delay it/to', 'can i/we change/move/push/delay it?', 'need/want/like/have to change', 'can .. be changed/moved', 'move it to', 'push it/back back/to', 'push back', 'delay it', 'need/want a? different/another day/time/date', 'a? different/another/other day/time/days/times/date please?', 'come/do/book/have/try/pick .. another/different day/time', 'any/got/anything other/earlier/sooner/later/else days/times/day/time/slot/spots/spot', 'is there/do/got .. earlier/sooner/later/afternoon/morning', 'anything earlier/later/sooner/in/on', 'any earlier/later/sooner', 'come .. earlier/instead', 'come in earlier/later', 'week/day/morning/afternoon/am/pm/th/friday/monday/tuesday/wednesday/thursday/date instead $', 'do/make/on/at .. wednesday/thursday/friday/monday/tuesday/next/3/11/later .. instead', 'can it be on', 'can we do/make', 'make it .. later/next/thursday/friday/wednesday/monday', 'make it a bit later', 'prefer thursday/friday/wednesday/monday/tuesday/morning/afternoon/mornings/afternoons', 'would suit .. better', 'suit me better', 'afternoon/morning/later/earlier/monday/tuesday/wednesday/thursday/friday would be better', 'afternoon slot', 'spot on/earlier', 'a spot', 'find another', 'cancellation list', 'next available', 'first appointment', 'possible to come', 'swap to',
    'should/do/can i still come/have/attend', 'should i come', 'still come', 'ok to come', 'ok .. come', 'should i/we rebook/move/postpone/reschedule/cancel', 'should we move', 'do i need to rebook/reschedule', 'come or rebook', 
    'stuck in/at/on', 'not going to get there', 'flat tyre', 'car broke/broken', 'car wont start', 'no lift/ride', 'lift .. fallen through', 'no one to drive', 'fell through', 'missed my/the appointment/visit/train/bus/booking', 'sorry .. missed it', 'missed it', 'slept in', 'forgot about .. appointment', 'forgot my appointment', 'forgot i have', 'kids/kid/son/daughter/child/children .. sick/gastro/unwell', 'got/have/ive/with/caught/tested covid', 'covid positive', 'positive for covid', 'got/have/ive/with the? gastro', 'im/am sick', 'sick in bed', 'not feeling well', 'feeling sick today', 'have a funeral', 'a? funeral on', 'funeral .. that day', 'im/am away', 'on holidays/holiday then', 'overseas', 'interstate', 'away that/then', 'away on/for', 'work that day', 'working that day', 'have/got to work', 'work on tuesday/monday/wednesday/thursday/friday/the', 'double booked', 'clash', 'something .. come/came/comes up', 'somethings come up', 'jury duty', 'school concert', 'get time off', 'boss wont', 'babysitter', 'fly to', 'train strike', 'ferry .. cancelled', 'flooded in', 'birthday that day', 'running late/30/20/15/30min/behind', 'going to be .. late', 'might be late', 'im late', 'will be late', 'late sorry', 'running .. late',
    'dont think .. need .. injection/injections/third/second/next/last/another', 'dont/not want/need .. injection/injections/third/second/next/last/another/3rd/2nd', 'no more injections', 'no more injection', 'rather not have .. injection/last/next/third/one', 'not having any more', 'not having .. injection', 'done with .. injection/treatment', 'giving up on', 'not coming back', 'not going ahead', 'not to go ahead', 'changed my mind', 'stop the/my injection/treatment/course/series', 'stop having .. injection', 'want to stop .. injection/treatment', 'different doctor now', 'dont want to come', 'dont book me', 'popped up', 'car is in the', 'dont think i .. come/make/attend/can', 'dont think ill make', 'might not make', 'may not be able', 'probably cant', 'i dont need the third', 'call me to change/reschedule', 'need to move my', 'prefer .. different',
    'thumbsdown cant', '^ are/r sorry/please/cant/i/need/thanks', '^ n cant', 'cant anymore .. next month',
  ],
  unless: ['when im/i', 'sick of', 'wont miss', 'not going to miss', 'wouldnt miss', 'cant wait', 'dont need to change', 'no need to change', 'no changes', 'cant come soon enough', 'but coming', 'but still coming', 'but ill/im/will be?/coming there?', 'how do i change', 'cancelled my gym/flight/train', 'flight was', 'they cancelled', 'cancel culture', 'what/which time do', 'not .. going to be late', 'wont be late', 'stops/stopped me', 'can i have sex', 'on hold', 'is/are the/dr/doctor .. running'],
} as const satisfies Meaning

/** Ill before a visit: staff decide whether she comes. Weaker than a question about a medicine. */
export const ILL = {
  whole: 'a cold, flu, chest infection, sore throat',
  says: [
    'have/got/with/bad a? cold',
    'a cold should',
    'have/got an infection',
    'got/have/ive/with the? flu',
    'the flu',
    'chest infection',
    'runny nose',
    'sore throat',
    'cold sore',
    'sinus infection',
  ],
  unless: [
    'last month',
    'last year',
    'ago',
    'all clear',
    'cleared',
    'friend of',
    'shot',
    'for a week because of',
  ],
} as const satisfies Meaning

// biome-ignore format: a table reads row by row
export const CONFIRM = {
  whole: 'c, cc, confirm, confirmed, i confirm, confirming, coming, im coming, i can come, be there, ill be there, i will be there, will be there, im in, count me in, all set, all good to go, good to go, see you then, see you there, see ya, see you, see ya then, cya then, cya, omw, on my way, that works, works for me, suits me, that suits, attending, will attend, i will attend, locked in, thats fine, that time is fine, time is good, can make it, i can make it, ill make it, still coming, confirm both, looking forward to it, see you tomorrow, c you then, ill come, i shall be there, definitely coming, def coming, count on me, in my diary, its in the diary, locked and loaded, affirmative ill be there, that date is fine, happy with that time, fine by me, all confirmed',
  says: [
    '^ c $', '^ c please/thanks/thank/and/do/but/see/also/thumbsup/ticked', '^ confirm', 'confirmed', 'i confirm', 'confirming', 'yes confirm', '^ yes .. be there', '^ confirm both',
    'ill/will/we/mum/us/i/be .. be there', 'will be there', 'be there with', 'there with bells', 'see you/ya/u then/there/tuesday/tues/tomorrow/monday/wednesday/wed/thursday/thurs/friday/fri/soon/at/on/next/in', 'see ya/yas', 'c you/ya then/there/tuesday/tues/tomorrow/at/on', 'cya then', 'cool see you', 'ill/will see you',
    'i/yes/yep/we/still/im/can/yeah/am/def/definitely/but/both coming', 'yes coming', 'i can come/attend/do', 'can make it', 'i/ill/we/yes/yep make it', 'ill/will make it', 'can make tuesday/tues/tomorrow/that/the/it', 'works for me', 'that works', 'tuesday/that/time/10am/date/wednesday/thursday/friday/monday/it works/suits/great', 'suits me', 'is fine/good/great/perfect/ok for me', 'that/time/tuesday/10am/date/thats/day/wednesday/thursday/friday/monday is? fine $', 'am/10am/tuesday/time .. is fine/good/great', 'all good for', 'all set for', 'all good .. tuesday/tues/12th', 'good for tomorrow/tuesday/tues/the', 'still on for', 'still good/ok for', 'wont/wouldnt/not .. miss it', 'cant wait', 'wont be late', 'will attend', 'ill attend', 'be attending', 'yes attending', 'yes to the appointment', 'appointment confirmed', 'planning to be', 'in the/my diary', 'on the calendar', 'looking forward', 'no changes needed', 'no need to change', 'wild horses', 'consider it confirmed', 'i/we shall be there', 'bringing my husband/wife/partner see', 'see you at', 'happy with that', 'can do that', 'i can do tuesday/tues/the/tomorrow', 'for sure', 'ready for it', 'not a problem see', 'on my way', 'running 5 .. coming', 'still coming', 'locked in', 'good to go', 'thats correct see', 'that date', '10 on tuesday',
  ],
  unless: ['can you/u confirm', 'could you confirm', 'please confirm the/my/if', 'is .. confirmed', 'not confirmed', 'did you confirm', 'whats there to confirm', 'confirm what', 'can i see', 'when can i see', 'need to see', 'not coming', 'wont be there', 'is that ok', 'dont know', 'ill let you', 'results', 'coming out', 'coming down', 'keeps coming', 'hospital', 'till/until it works', 'no longer', 'how long', 'be there? for a while', 'is 3 the max', 'how long will'],
} as const satisfies Meaning
