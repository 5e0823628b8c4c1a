import { has, phrases, without } from './phrases';

/**
 * Self-harm, answered with 988 and 911 at any hour. Wide on purpose: an answer nobody needed does no harm. Narrow only
 * where runners joke every day: hills that kill, backs that are killing them, "suicides" as sprints. ("kms" alone is
 * kilometres.)
 */
const crisis = phrases(`
  kill|killing|shoot|hang|harm|harming|drown myself
  gonna|wanna|will|might|could|should|ill hurt|cut myself
  hurting|cutting myself on_purpose|again|to|because|every
  like|feel|urge|thoughts|thinking|about ~3 hurting|cutting|harming|ending|killing myself|my_life|it_all
  end|ending|take|taking my ~1 life
  end|ending it_all
  wanna|gonna|ready_to|think_of|thinking_of|thinking_about end|ending it
  suicid*
  unalive
  self harm*
  wanna ~1 die
  wanna|rather be dead
  wish ~1 i ~1 was|were ~1 dead|gone|never_born
  if i was|were dead|gone
  wanna|gonna kms
  wish i would|could just? die
  better off dead|without_me
  dont wanna ~1 live|wake_up|be_alive|exist $
  dont wanna ~1 live|wake_up|be_alive|exist anymore|like|with|tomorrow|ever|at_all
  dont wanna be here|alive anymore
  wanna stop living
  no|dont_see ~2 reason|point to|in ~1 live|living|go_on|going_on
  life|living ~2 not|isnt worth
  not worth living
  cant go on living|like_this|anymore
  jump off|from ~1 bridge|roof|building
  take|took|taking|swallow|swallowed all ~2 pills
  overdos*
  quiero|quisiera|deseo|voy_a ~1 morir|morirme|matarme|suicidarme|lastimarme|hacerme_dano
  me ~1 quiero|voy_a matar|morir|suicidar
  ganas de ~1 morir|morirme|matarme|suicidarme
  sin|no_tengo ganas de vivir
  quitarme|quitar_me la vida
  acabar|terminar con mi vida|todo
  no quiero ~1 vivir|existir
  no vale la pena vivir
  mejor|estar muerto|muerta
  matarme
`);

/** "Suicides" are sprints between lines, and every runner has run them. */
const crisisIdioms = phrases(`
  suicide sprint*|drill*|run|runs|shuttle*|set|sets|squad|squeeze
  ran|run|running|did|do|doing|of ~2 suicides
`);

/** Whether the text speaks of self-harm. */
export function speaksOfSelfHarm(line: string): boolean {
  return has(without(line, crisisIdioms), crisis);
}
