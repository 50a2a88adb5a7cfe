/** English: what insights say. Facts come in the reader's form already; `way` is up or down. */
export const insightsEn = {
  'insight.place': '{dimension} “{value}”',
  'insight.whole': 'the service as a whole',
  'insight.sure':
    'A change of {difference}: if nothing had changed, a gap this big would come up less than once in {times} such periods.',
  'insight.sureCount':
    'Day for day a change of {difference}: if nothing had changed, a gap this big would come up less than once in {times} such periods.',
  'insight.part.rate': 'About {part} of it comes from {place}, which was served differently than before.',
  'insight.part.count': 'About {part} of it comes from {place}.',
  'insight.part.mix': 'About {part} of it comes from {place} having another share of the work than before.',
  'insight.also': 'Changed there as well: {which}.',
  'insight.also.one': '{metric}{way, select, up { up} other { down}} from {before} to {value}',

  'insight.realChange':
    '{metric}{where, select, place { in {place}} other {}}{way, select, up { rose} other { fell}} from {before} to {value}',
  'insight.realChange.everywhere': 'It is spread over the work: no single part explains most of it.',
  'insight.realChange.look':
    'Look into {place} first: open the cases behind {metric} and ask what was different.',
  'insight.realChange.lookAll':
    'Look for what moved {metric} everywhere at once: staffing, tools, opening hours.',
  'insight.realChange.keep': 'Find out what was done differently in {place} ({metric}), and keep it.',
  'insight.realChange.keepAll': 'Find out what made the difference in {metric}, and keep it.',
  'insight.realChange.plan': 'Plan for this level of {metric}, and ask what stands behind {place}.',
  'insight.realChange.planAll': 'Plan for this level of {metric}, and ask where it comes from.',
  'insight.realChange.mix':
    'Nothing to mend in {metric} itself: other work came than before. Plan for it if it is to stay.',

  'insight.growing': 'More and more about {place}: {metric} rose from {before} to {value}',
  'insight.growing.product':
    'Have product look into {place} before the next release: a fault that is mended needs no answer.',
  'insight.growing.category':
    'Ask what makes customers write about {place}: a page, a message or a step in the product may be what removes it.',

  'insight.word': '“{word}”',
  'insight.growing.words': 'Words that come up far more often there than elsewhere: {words}.',
  'insight.staff.fewer':
    'Too few people for {place}: {metric}{way, select, up { rose} other { fell}} from {before} to {value}',
  'insight.staff.fewerAdvice':
    'Bring the planned hours for {place} back to what they were, or let customers be called back at quiet hours.',
  'insight.staff.more':
    'More contacts than people on {place}: {metric}{way, select, up { rose} other { fell}} from {before} to {value}',
  'insight.staff.moreAdvice':
    'Plan more hours for {place} where the contacts come, or offer to call back: who gives up calls again.',
  'insight.staff.longer':
    'Longer waits on {place}: {metric}{way, select, up { rose} other { fell}} from {before} to {value}',
  'insight.staff.longerAdvice':
    'Hold the planned hours for {place} against the hours at which customers wait.',
  'insight.staff.hours':
    'Of {teams}, people were there for {now} on an average day, {before} before: {less}{way, select, down { less} other { more}}.',

  'insight.lessThere': '{metric} in {place}{way, select, up { rose} other { fell}} from {before} to {value}',
  'insight.lessThere.advice':
    'Talk it over with the lead of {place}: late returns from breaks, meetings that nobody planned, or a plan that does not fit any more.',

  'insight.haste':
    'Quicker, but not better: {metric} in {place}{way, select, up { rose} other { fell}} from {before} to {value}',
  'insight.haste.advice':
    'Listen to some contacts in {place} before anyone is praised for the shorter time: what is cut short comes back.',

  'insight.moved': 'New: {place}, with {value} in this period',
  'insight.moved.because':
    '{metric}: {value}, none in the period before. What it took over is missing elsewhere.',
  'insight.moved.team':
    'Read the figures of {place} as those of people who are still learning the work, and compare them from the third month on.',
  'insight.moved.other': 'Make sure that somebody has {place} in the plan.',

  'insight.recorded.end': '{sign, select, minus {−} other {+}}{size}',
  'insight.recorded.worked': 'It worked: “{what}” ({day})',
  'insight.recorded.short': 'It worked, but less than expected: “{what}” ({day})',
  'insight.recorded.opposite': 'It went the other way: “{what}” ({day})',
  'insight.recorded.nothing': 'It changed nothing that matters: “{what}” ({day})',
  'insight.recorded.size':
    '{metric} is {difference}{way, select, up { higher} other { lower}} than it would have been ({low} to {high}); chance alone makes so big a gap less than once in {times} times.',
  'insight.recorded.within':
    'The true effect on {metric} lies between {low} and {high}: within ±{smallest}, the smallest that would matter.',
  'insight.recorded.against':
    'Held against the rest by {dimension}, {before} weeks before and {after} weeks after; what moves both is taken out.',
  'insight.recorded.alone':
    'Held against its own past only, {before} weeks before and {after} weeks after: whatever else happened then is in the answer.',
  'insight.recorded.workedAdvice': 'Keep “{what}”, and ask where else the same would help.',
  'insight.recorded.shortAdvice': 'Keep “{what}”, and find out what held it back.',
  'insight.recorded.oppositeAdvice':
    'Decide whether to mend “{what}” or to take it back: it does not do what it was made for.',
  'insight.recorded.nothingAdvice': 'Do not build on “{what}”: decide whether it is worth its keep.',
  'insight.recorded.early': '“{what}” ({day}): too early to say whether it worked.',
  'insight.recorded.unclear':
    '“{what}” ({day}): too early to say what it did to {metric}; the true effect may lie anywhere from {low} to {high}.',

  'insight.early': 'Early warning: {metric} is {way, select, up {going up} other {going down}} in {place}',
  'insight.early.because':
    'From {before} to about {value} since {day} or so: by {low} to {high}, more than chance. The whole does not show it yet.',
  'insight.early.missed':
    'The target for the whole is {target}; this part is already on the wrong side of it.',
  'insight.early.kept': 'The target for the whole is {target}; this part still keeps it.',
  'insight.early.advice':
    'Read a dozen contacts of {place} from before and after that day with the team, and mend it before the whole shows it.',

  'insight.towards':
    '{metric}{where, select, place { in {place}} other {}} is heading past its target of {target}: by {day}, if it goes on like this',
  'insight.towards.because':
    'By the trend of the last {weeks} weeks it is {now} now and will be {later} ({low} to {high}) in {ahead} weeks. If there were no trend, one this clear would come up less than once in {times} such stretches.',
  'insight.towards.advice':
    'The target is still kept: agree with the team what is to change before {day}, rather than explain afterwards why it was missed.',

  'insight.loop': '{place}: {share} of the cases go from team to team and back',
  'insight.loop.because':
    '{hits} of {all} cases came back to a team that had had them before; elsewhere {elsewhere} do.',
  'insight.loop.way': 'Most of them went this way: {way}.',
  'insight.loop.advice':
    'Ask for the right reason where customers write, or send these cases straight to those who solve them.',
  'insight.loop.adviceTo':
    'Ask for the right reason where customers write, or send these cases straight to {last}, which solves them in the end.',

  'insight.misrouted': '“{last}” is often taken for “{first}” first',
  'insight.misrouted.because':
    '{n} of {all} cases of “{last}” ({share}) were opened as “{first}” and put right later.',
  'insight.misrouted.advice':
    'Offer “{last}” as a reason of its own where customers choose, so that it starts where it ends.',

  'insight.part.surveys':
    'About {part} of it is because other surveys were sent than before: no single kind is answered more or less often.',
  'insight.luck': 'No best team: that {team} comes first in {metric} is within chance',
  'insight.luck.because':
    'The {n} teams lie between {lowest} and {value}; teams that are all equally good would differ as much.',
  'insight.luck.advice':
    'Praise or blame nobody for the order of the teams in {metric}: it may be another one next time.',

  'insight.teams.better': 'A strength worth keeping: {team} in {metric}',
  'insight.teams.worse': 'Training would pay: {team} in {metric}',
  'insight.teams.because':
    'With an average mix of work, and with luck taken out, {team} would come to {value} ({low} to {high}); the middle of {teams} teams is {middle}. From {n} answers.',
  'insight.teams.betterAdvice':
    'Have the others sit in with {team} for a day, and write down what is done differently.',
  'insight.teams.worseAdvice':
    'Train {team} on the work that it is weakest in, and look again in two months: a plain rank would not have shown this.',

  'insight.people.liked': 'Quick and liked: {who}',
  'insight.people.disliked': 'Quick, but not liked: {who}',
  'insight.people.because':
    'Over a year and with an average mix of work: {speed} {times} (the middle is {usualTime}), {liking} {shares} (the middle is {usualShare}); {people} people compared, luck taken out.',
  'insight.people.likedAdvice': 'Ask {who} what they do differently, and let others learn from it.',
  'insight.people.dislikedAdvice':
    'Listen to some contacts together with {who} before the short time is praised: what is cut short comes back.',

  'insight.atRisk': '{n, plural, one {One promise is} other {# promises are}} about to be broken',
  'insight.atRisk.because': 'Due next: {cases}. Most of the promised time is used up at the end of the data.',
  'insight.atRisk.advice': 'Take these cases first today: {cases}.',
  'insight.urgent': '{n, plural, one {One urgent case waits} other {# urgent cases wait}} behind others',
  'insight.urgent.because':
    'Still without an answer: {cases}. Up to {later} less urgent cases that came later were answered before.',
  'insight.urgent.advice': 'Answer {cases} now, and find out why the order by urgency did not hold.',

  'insight.holdUp': 'Cases of {place} stand still: {share} of their time is “{stage}”',
  'insight.holdUp.because':
    'Between {low} and {high} of the time until they are solved, elsewhere {elsewhere}; {cases} cases, {each} each.',
  'insight.holdUp.new':
    'See that somebody takes cases of “{category}” when they come in: a rota or a rule that hands them out.',
  'insight.holdUp.on_hold':
    'Agree on times with those who are waited for in “{category}”, and tell customers when to expect what.',

  'insight.hours':
    'People and calls do not match by hour:{where, select, place { {place}} other {}} at {hours}',
  'insight.hours.clock': '{hour}:00',
  'insight.hours.because':
    'At these hours {share} give up, at the others {elsewhere}. They hold {n} contacts, {ofAll} of the day.',
  'insight.hours.staffed': 'People who are there are {busy} busy at these hours, {elsewhere} at the others.',
  'insight.hours.advice': 'Move breaks, meetings and written work away from {hours}, before hiring anybody.',

  'insight.left': 'Customers leave {from} for {to}',
  'insight.left.because':
    'Of {all} who were not served by {from}, {n} ({share}) asked again by {to} within {days} days.',
  'insight.left.advice':
    'Show on {from} how long it takes and where it is quicker; what comes twice is counted and paid for twice.',

  'insight.messages.simple': '“{category}” is simple and far-reaching',
  'insight.messages.simpleBecause':
    '{customers} customers ({share} of all) wrote about it, with only {perCustomer} messages each; the average is {average}.',
  'insight.messages.simpleAdvice':
    'Write a help article on “{category}”, or fix in the product what makes people ask.',
  'insight.messages.hard': '“{category}” is few and hard',
  'insight.messages.hardBecause':
    'Only {customers} customers ({share} of all) wrote about it, but {perCustomer} messages each; the average is {average}.',
  'insight.messages.hardAdvice': 'Give “{category}” to specialists who see such a request through.',
  'problem.missingWrap': 'Contacts without after-call work, while others of the same source have it',
  'problem.missingWrap.advice':
    'Ask why some contacts end without it: their handle time is unknown, not short.',
  'problem.hangingUp':
    '{agents, plural, one {One agent has} other {{agentsText} agents have}} far more calls of under {seconds} seconds than the others{named, select, yes { ({who})} other {}}',
  'problem.hangingUp.advice':
    'Look at these calls before at the person: a line that drops looks the same as a call that is hung up.',
  'problem.countsDisagree':
    'Contacts counted by another system: {statedText} there, {oursText} here for the same queues and time',
  'problem.countsDisagree.advice':
    'Hold both against each other with “tidemark reconcile”, and name the one that counts.',
  'insight.dataProblem.because': 'This concerns {countText} of {ofText} records.',
} as const;
