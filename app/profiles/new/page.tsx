import {randomUUID} from 'node:crypto';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {ProfileForm} from '@/components/profile/profile-form';
import {createProfileAction} from '@/lib/actions/profile-actions';
import {searchChoices} from '@/lib/divisions/search-choices';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {readTextParams} from '@/lib/http/read-params';
import {buildProfileFormWords} from '@/lib/report/profile-form';

export default async function NewProfilePage({searchParams}: PageProps) {
  const [{locale, t}, params] = await Promise.all([getWords(), searchParams]);
  const typed = readTextParams(params);
  const found = typed.search ? searchChoices(typed.search, locale) : null;
  return (
    <>
      <PageTitle page={t('profile.new-title')} site={t('site.name')} />
      <h1>{t('profile.new-title')}</h1>
      <ProfileForm
        action={createProfileAction}
        searchUrl={paths.api.divisions()}
        cancelUrl={paths.profiles()}
        initial={{...typed, saveId: randomUUID()}}
        found={found}
        words={buildProfileFormWords(t, true, found?.length ?? 0)}
      />
    </>
  );
}
