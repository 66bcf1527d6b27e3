/** Feeling: lost, changed, and what is not noticed. Phrases are separated by commas; tables refer to a list as `@name`. */
export const FEELING = {
  numb: `
    numb, numbness, tingling, pins and needles, pins n needles, pins needles, pins and injection,
    pins n injection, no feeling, no sensation, no feelings, zero feeling, zero sensation, without feeling,
    without sensation, lost feeling, lost sensation, lost all feeling, lost all sensation, lost the feeling,
    loss of feeling, loss of sensation, less feeling, deadened, dead, asleep, gone to sleep, desensitised,
    like nothing, feel nothing, feels nothing, someone elses, belong to someone else, belongs to someone else,
    belong to somebody else, not there, isnt there, like rubber, like wood, like cotton wool, novocaine,
    like the dentist, prickly, fizzy, buzzing, strange feeling, funny feeling, weird feeling, gone funny,
    gone weird, feels weird, feels strange, feels odd, feel weird, feel odd, feel strange, without any feeling,
    absolutely no feeling, no sensations, gone dead, gone numb, lifeless, anaesthesia, anesthesia, frozen,
    weird and numb, reduced feeling, altered sensation`,
  deadfeel: `
    numb, numbness, no feeling, no sensation, dead, asleep, gone to sleep, lost feeling, lost sensation,
    tingling, pins and needles, pins n needles, pins and injection, pins n injection`,
  nofeel: `
    no/zero/little/less/lost/lose~/loss/without/lack/lacking/minimal/never/barely/hardly/isnt/aint/reduced/altered/decreased/diminished/missing/absent . feeling/feelings/sensation/sensations/sensitivity/sense,
    dont/havent/hasnt/not . got/have/had/much/any . feeling/sensation/sensitivity,
    feeling/sensation/sensitivity/feelings . gone/lost/missing/absent/went/goes/disappeared/vanished/fading/faded/reduced/dull/dulled/muted/off/isnt/not/hasnt/wont/less/limited/different/wrong/weird/strange/odd/changed/altered/nil/zero,
    cant/couldnt/unable/hardly/barely/not/no/stopped/struggle . feel/sense/detect/feeling/felt,
    dont/didnt/doesnt/never/wont feel/felt/sense/detect/register,
    dont/didnt/never/wont even/really/actually/quite feel/sense,
    feel~ nothing/zilch/nada/dead/blank/empty/hollow/absent/numb/anaesthetised/frozen, nothing there,
    senseless, insensitive, no feel, no feels, fall in sensation, drop in sensation, loss in sensation,
    so is the feeling, so has the feeling, feeling . so is, cant feel a thing, asleep, sleeping, gone to sleep,
    cotton wool, padded, switched off, not responding to touch, feeling is not, deadened, dead to the world,
    no more feeling, feels like its not mine, not feel`,
  likenothing: `
    like . rubber/wood/cardboard/plastic/leather/concrete/cotton/sponge/dentist/dentists/anaesthetic/anesthetic/novocaine/novocain/nothing/someone/somebody/foam/air/cushion/cloud/block,
    not mine, isnt mine, not part of me, not attached, isnt attached, not there, isnt there,
    belongs to someone, someone elses, somebody elses, had a local, anaesthetic, like . cotton wool,
    may as well not be, might as well not be, blocks of wood, block of wood, lump of wood, tree trunks`,
  cantfeel: `
    cant feel, cant really feel, cant even feel, can not feel, couldnt feel, dont feel, didnt feel,
    didnt even feel, unable to feel, not able to feel, barely feel, hardly feel, cant quite feel, not feel,
    not feeling, stopped feeling, cant properly feel, cant feel anything, cant sense, lost feeling,
    dont have any feeling, dont have feeling, havent got any feeling, havent any feeling,
    hasnt got any feeling, no longer feel, barely any feeling, hardly any feeling, not much feeling,
    little feeling, no real feeling, isnt any feeling, isnt any sensation, never feel, never felt,
    no longer got any feeling, cant tell if im touching`,
  unfelt: `
    didnt feel, didnt even feel, never felt, never feel, not feeling, cant feel, couldnt feel, dont feel,
    without feeling, no feeling of, wasnt aware of`,
  unaware: `
    didnt know, didnt even know, dont know, never knew, didnt feel, never felt, didnt notice,
    didnt even notice, never noticed, hadnt noticed, hadnt even noticed, havent noticed, not noticed,
    hadnt felt, hadnt realised, didnt realise, didnt realize, not feeling, cant feel, couldnt feel, dont feel,
    had no idea, no idea, wasnt aware, unaware, without knowing, without noticing, without realising,
    before i knew`,
  cantknow: `
    cant/couldnt/unable/not/never/no/hard/hardly/barely . tell/telling/sense/feel/feeling/know/knowing/realise/notice/idea/clue/warning/urge/signal,
    dont/didnt/doesnt/without/wasnt/havent/hadnt know/knowing/realise/realising/notice/noticing/noticed/feel/feeling/sense/aware/even/felt/any,
    unaware, not aware, no idea, before i know/knew/realised/realise, wasnt aware, zero warning,
    lost . urge/feeling`,
  cant: `
    cant, can not, couldnt, unable to, not able to, havent been able to, hasnt been able to, not been able to,
    wasnt able to, struggle to, struggling to, struggled to, trouble, troubles, difficulty, difficult to,
    hard to, hard, hardly, barely, struggling, struggle, cant seem to, wont let me, cannot seem to,
    having trouble, having difficulty, problem, problems, unable, strain, strain to, straining, straining to,
    having to strain`,
  intimacy: `
    sex, sexual, intercourse, make love, making love, made love, lovemaking, love making, intimate, intimacy,
    orgasm, orgasms, climax, masturbate, masturbating, shag, shagging, bonking, hanky panky, do the deed,
    doing the deed, jiggy, foreplay, inside me`,
} as const satisfies Record<string, string>
