import type { Profile, ProfileSetting } from '@klarsprak/engine'

const all: readonly Profile[] = ['webb', 'press', 'brev', 'beslut', 'rapport', 'protokoll', 'lattlast', 'strikt']

/** Profile settings of a rule that speaks only of some kinds of text. */
export function onlyIn(...profiles: readonly Profile[]): Partial<Record<Profile, ProfileSetting>> {
  return Object.fromEntries(
    all.filter((profile) => !profiles.includes(profile)).map((profile) => [profile, { severity: 'off' }]),
  )
}
