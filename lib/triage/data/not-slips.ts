/** English words, names and medicines that are a slip or two away from a word that decides: they are themselves. */
export const NOT_SLIPS: readonly string[] = `
  allerg allergies ambiance ambulances appointments badder bathing beating bedding beefing beeping bending
  berating bladders bleaching bleating bleeping blending blessing blinding bowers bowls breaching breaking
  breathed breather breathes breathlessly breaths breeding bribing browsing bruis bruiser brushing bucked
  buckle buckler buckles busing bussing cancels cancer collaps collapse collapses collared concussed
  conferred confessed confided confined confirms conform conformed confus confuse confuses conjured
  consumed depressing digging discharg discharged discharges dissing dogging doping drafting draining
  drawing dreading dreaming dredging dressings dripping droning drooling dropping droppings drowning
  drugging emergence emergent excruciatingly exercised exorcise exorcised exorcisms exorcists fainter
  feeding feelings felling fewer fiver fueling grain groan groins grown headcase heartache hematoma
  hematomas hospitable hospitals inaction inception indebted indicted inducted induction infarction infect
  infecting infections infectious infects inferred infested inflam inflame inflams inflate inflated
  inflates inflation inflection inflicted infliction informed infraction infrared ingested ingestion
  injected injecting injector injunction inserted insertion inspected inspection intention invented
  invention inverted invested massage massaged massager massages mediation medicating medications
  meditation meditations mesdames messes migrafen migrant migrate migrating nothings noting numbers oohing
  overcome overdo overdoes overdone overdos overdosed overdoses overdue overrode palpitating palpitation
  paralys paralyse paralysis paralyze paralyzed paralyzes parlayed passe passel passer passes pasted paused
  pennant pilates pirates pissed pleasure poignant pregnan pressured pressures pressurize presume primate
  primates private privately ration reacting reactions reactive reactor rechedule redress reduction
  refraction reindeer rejection relation remainder remainders remanded remind reminded reminds render
  renders resection retraction sallow sealing sedation selling sensational sensations severing shallow
  shelling shelving shilling shimmering shopped shoveling showering skelping skilling slopped smelling
  smelting sniveling spelling spellings spilling spurred stalling stealing stepped sterling stomped stooped
  stopper suicid suicidally suicides swallows swearing sweating sweeping swerving swilling swirling
  swiveling symptom tables tablet tanks temperate temperatures terribly testing thank thinks threat throats
  throaty tickling tilling tinkling toiled toilets tomorrows tongues twinkling unbearably unbeatable
  unbreakable unconsciously unreadable urinated visions visiting voicing voting weakens weakest weaknesses
  weaning weaving weeding weeing wellness wetness yesterdays
`
  .trim()
  .split(/\s+/)
