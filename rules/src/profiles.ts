import { profiles as all, type Profile, type ProfileSetting } from '@klarsprak/engine'

/** Profile settings of a rule that speaks only of some kinds of text. */
export function onlyIn(...profiles: readonly Profile[]): Partial<Record<Profile, ProfileSetting>> {
  return Object.fromEntries(
    all.filter((profile) => !profiles.includes(profile)).map((profile) => [profile, { severity: 'off' }]),
  )
}
