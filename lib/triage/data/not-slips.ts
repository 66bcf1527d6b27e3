/** English words, names and medicines that are a slip or two away from a word that decides: they are themselves. */
export const NOT_SLIPS: readonly string[] = `
  allerg allergies ambulances appointments badder bathing beating bedding beefing beeping bending bleaching
  bleeping blending blessing blinding bowers bowls breaking breathed breather breathes breaths breeding
  bribing browsing bruis bruiser brushing bucked buckle buckler buckles cancels cancer collaps collapse
  collapses conferred confessed confided confined confirms conform conformed confus confuse confuses
  conjured consumed depressing digging discharg discharged dissing dogging drafting draining drawing
  dreading dreaming dredging dressings dripping droning drooling dropping droppings drowning drugging
  emergent excruciatingly exercised exorcise feeding feelings felling fewer fiver fueling grain groan
  groins grown heartache hematoma hospitable hospitals inception indebted indicted induction infect
  infecting infections infectious infested inflam inflams inflate inflated inflation inflicted informed
  infraction infrared ingested ingestion injected injecting injector injunction inserted insertion
  inspected inspection intention invented invention inverted invested massage massaged massager massages
  mediation medications meditation mesdames messes migrafen migrate migrating nothings numbers overcome
  overdo overdone overdos overdosed overdue paralys paralyse paralysis paralyze paralyzed passes pasted
  pennant pilates pirates pissed pleasure poignant pregnan pressured pressures presume primate primates
  private privately ration reacting reactions reactive reactor rechedule reduction reindeer rejection
  relation remainder remanded remind reminded reminds render renders resection retraction sealing sedation
  selling sensational sensations shallow shelling shilling shimmering shopped shoveling showering skilling
  smelling sniveling spelling spilling spurred stalling stealing stepped sterling stomped stopper suicid
  suicides swallows swearing sweating sweeping swirling symptom tables tablet tanks temperatures terribly
  testing thank thinks threat throats tickling tinkling toilets tomorrows tongues twinkling unbeatable
  unbreakable unconsciously urinated visions visiting voting weakens weakest weaknesses weaving weeding
  weeing wellness yesterdays
`
  .trim()
  .split(/\s+/)
