import { day } from '../../../functions/core/base/time';
import { packTime, signToken } from '../../../functions/core/base/token';
import { completeProfile } from '../../../functions/flows/public/complete-profile';
import { type Answered, meant } from '../../support/answered';
import { aPerson, aProfile, aRun, keys, memory, monday } from '../../support/memory';

const id = 'sub_0000000000000001';
const answers = said();
/** What somebody tells on the page. */
function said(given: Answered = {}) {
  return { firstName: 'Kim', adult: true as const, ...meant({ pain: 'none', ...given }) };
}
const token = (expires = monday + day, sub = id.slice(4)) => signToken(keys, 'profile', [sub, packTime(expires)]);
const world = () =>
  memory({
    people: [
      aPerson({
        profile: aProfile({ firstName: '', answers: {}, checkIn: 'same' }),
        enrollments: [aRun({ channel: 'sms' })],
      }),
    ],
  });

describe('completing a profile', () => {
  it('keeps what is known and takes the path that fits', async () => {
    const one = world();
    expect(await completeProfile(one.base, token(), { ...said({ experience: 'new' }), postalCode: '98101' })).toEqual({
      structural: false,
    });
    expect(one.see.person().profile).toMatchObject({
      firstName: 'Kim',
      answers: { pain: 'none', experience: 'new' },
      checkIn: 'same',
      postalCode: '98101',
      state: 'WA',
    });
  });

  it('records the office that was named, unless it is none of ours', async () => {
    const one = world();
    await completeProfile(one.base, token(), { ...answers, location: 'north' });
    expect(one.see.person().profile).toMatchObject({ location: 'north', locationSource: 'stated' });
    await expect(completeProfile(one.base, token(), { ...answers, location: 'paris' })).rejects.toMatchObject({
      code: 'invalid',
      field: 'location',
    });
  });

  it('counts any emergency sign as a structural hint', async () => {
    const one = world();
    expect(await completeProfile(one.base, token(), said({ redFlags: ['leg-weakness'] }))).toEqual({
      structural: true,
    });
    expect(one.see.person().enrollments[0]?.stepId).toBe('spine-doctor-first');
  });

  it('does not take back what was said while the form was sent', async () => {
    const one = world();
    let said = false;
    one.state.before = async (step) => {
      if (step !== 'history' || said) return;
      said = true;
      await one.base.people.change(id, (person) => ({ ...person, profile: { ...person.profile!, checkIn: 'worse' } }));
    };
    await completeProfile(one.base, token(), answers);
    expect(one.see.person().profile).toMatchObject({ firstName: 'Kim', checkIn: 'worse' });
  });

  it('by an old link, or by one of somebody erased, is refused', async () => {
    const one = world();
    await expect(completeProfile(one.base, token(monday - 1000), answers)).rejects.toMatchObject({ code: 'gone' });
    await expect(completeProfile(one.base, token(monday + day, '0000000000000009'), answers)).rejects.toMatchObject({
      code: 'gone',
    });
  });

  it('by a link of another purpose is refused', async () => {
    const one = world();
    const other = signToken(keys, 'preferences', [id.slice(4), packTime(monday + day)]);
    await expect(completeProfile(one.base, other, answers)).rejects.toMatchObject({ code: 'not-found' });
  });
});
