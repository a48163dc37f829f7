import {describe, expect, it} from 'vitest';
import {getClient} from '@/lib/db/client';
import {type StoredLogo, getReportSettings, saveReportSettings} from '@/lib/db/report-settings';
import {ORGANISATION, OTHER_ORGANISATION, useTestDatabase} from '../support/test-database';
import {makePng} from '../support/pictures';

useTestDatabase();

const LOGO: StoredLogo = {data: new Uint8Array(makePng(8, 4)), type: 'png', width: 8, height: 4};
const TEXTS = {name: '清河县商务局', author: '电商股 <b>&</b> 😀'};

describe('the report settings', () => {
  it('are empty until somebody sets them, and rise by one revision with each change', async () => {
    expect(await getReportSettings(ORGANISATION)).toEqual({name: '', author: '', logo: null, revision: 1});
    expect(await saveReportSettings(ORGANISATION, {...TEXTS, logo: LOGO}, 1)).toEqual({saved: true});
    expect(await getReportSettings(ORGANISATION)).toEqual({...TEXTS, logo: LOGO, revision: 2});
  });

  it('keep the logo unless another or none is wanted', async () => {
    await saveReportSettings(ORGANISATION, {...TEXTS, author: '', logo: undefined}, 2);
    expect(await getReportSettings(ORGANISATION)).toEqual({...TEXTS, author: '', logo: LOGO, revision: 3});
    await saveReportSettings(ORGANISATION, {...TEXTS, author: '', logo: null}, 3);
    expect(await getReportSettings(ORGANISATION)).toEqual({...TEXTS, author: '', logo: null, revision: 4});
  });

  it('refuse a save that has not seen what stands, and take a repeated one', async () => {
    const standing = {name: '先存的', author: '', logo: null};
    await saveReportSettings(ORGANISATION, standing, 4);
    expect(await saveReportSettings(ORGANISATION, standing, 4)).toEqual({saved: true});
    const late = await saveReportSettings(ORGANISATION, {name: '后存的', author: '', logo: LOGO}, 4);
    expect(late).toEqual({saved: false, current: {...standing, revision: 5}});
    expect(await getReportSettings(ORGANISATION)).toEqual({...standing, revision: 5});
  });

  it('let only one of two who save at once in', async () => {
    const save = (name: string) => saveReportSettings(ORGANISATION, {name, author: '', logo: undefined}, 5);
    const outcomes = await Promise.all([save('甲'), save('乙')]);
    expect(outcomes.map(({saved}) => saved).toSorted()).toEqual([false, true]);
  });

  it('are each organisation’s own', async () => {
    expect(await getReportSettings(OTHER_ORGANISATION)).toEqual({name: '', author: '', logo: null, revision: 1});
    await expect(getReportSettings('none')).rejects.toMatchObject({code: 'not-found'});
    await expect(saveReportSettings('none', {...TEXTS, logo: null}, 1)).rejects.toMatchObject({code: 'not-found'});
    expect(await getClient().organisation.findUnique({where: {id: OTHER_ORGANISATION}, select: {name: true}})).toEqual({name: 'Other office'});
  });
});
