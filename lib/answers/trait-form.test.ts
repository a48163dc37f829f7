import {describe, expect, it} from 'vitest';
import {getTraitsOrThrow} from '@/lib/instrument/trait-registry';
import {readTraitForm, traitField} from './trait-form';

const {instrument} = getTraitsOrThrow();
const read = (fields: Record<string, string>) => readTraitForm(instrument, (name) => fields[name] ?? '');

describe('readTraitForm', () => {
  it('reads stages and “don’t know”, and leaves out what was not chosen', () => {
    expect(read({'brand.value': '2', 'brand.revision': '4', 'pressure.value': 'unknown', 'pressure.revision': '0', 'research.revision': '1'})).toEqual({
      inputs: [{trait: 'brand', value: 2, revision: 4}, {trait: 'pressure', value: null, revision: 0}],
      problems: [],
    });
  });

  it('names every value that the instrument does not offer, and keeps the sound ones', () => {
    const values = {competition: '4', brand: '0', research: '1.0', advantage: '１', pressure: '__proto__', 'supply-chain': '3'};
    const {inputs, problems} = read(Object.fromEntries(Object.entries(values).map(([id, value]) => [traitField(id, 'value'), value])));
    expect(problems.map(({trait}) => trait)).toEqual(['competition', 'brand', 'research', 'advantage', 'pressure']);
    expect(inputs.map(({trait}) => trait)).toEqual(['supply-chain']);
  });

  it.each(['', '-1', '1.5', 'x', '1e99'])('takes the revision %j for none seen', (revision) => {
    expect(read({'brand.value': '1', 'brand.revision': revision}).inputs).toEqual([{trait: 'brand', value: 1, revision: 0}]);
  });

  it('has no use for other fields', () => {
    expect(read({'no-such.value': '1', brand: '2'})).toEqual({inputs: [], problems: []});
  });
});
