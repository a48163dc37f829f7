import {loadProfile} from '@/app/load';
import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {ProfileForm} from '@/components/profile/profile-form';
import {saveProfileAction} from '@/lib/actions/profile-actions';
import {searchChoices} from '@/lib/divisions/search-choices';
import {readTextParams} from '@/lib/http/read-params';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {FIGURE_FIELDS, buildProfileFormWords} from '@/lib/report/profile-form';

export default async function EditProfilePage({params, searchParams}: PageProps<{id: string}>) {
  const {id} = await params;
  const [{locale, t}, profile, query] = await Promise.all([getWords(), loadProfile(id), searchParams]);
  const typed = readTextParams(query);
  const stored = {
    divisionCode: profile.divisionCode ?? '',
    county: profile.county,
    prefecture: profile.prefecture,
    province: profile.province,
    industry: profile.industry,
    ...Object.fromEntries(FIGURE_FIELDS.map((name) => [name, profile[name] === null ? '' : String(profile[name])])),
  };
  // A search means that another county is wanted.
  const initial = typed.search === undefined ? stored : {...stored, divisionCode: '', county: '', prefecture: '', province: '', ...typed};
  const found = typed.search ? searchChoices(typed.search, locale) : null;
  return (
    <>
      <PageTitle page={t('profile.edit-title')} site={t('site.name')} />
      <h1>{t('profile.edit-title')}</h1>
      <ProfileForm
        action={saveProfileAction.bind(null, id)}
        searchUrl={paths.api.divisions()}
        cancelUrl={paths.profile(id)}
        initial={initial}
        found={found}
        words={buildProfileFormWords(t, false, found?.length ?? 0)}
      />
    </>
  );
}
