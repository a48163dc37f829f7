import type {PageProps} from '@/app/page-props';
import {PageTitle} from '@/components/layout/page-title';
import {SettingsForm} from '@/components/settings/settings-form';
import {Notice} from '@/components/ui/notice';
import {getSession} from '@/lib/access/session';
import {saveSettingsAction} from '@/lib/actions/settings-actions';
import {getReportSettings} from '@/lib/db/report-settings';
import {LOGO_LIMITS} from '@/lib/files/logo';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {REPORT_SETTINGS_LIMITS} from '@/lib/profile/report-settings-schema';
import {buildSettingsForm} from '@/lib/report/settings-form';

export default async function SettingsPage({searchParams}: PageProps) {
  const [{saved}, {t}, settings] = await Promise.all([searchParams, getWords(), getReportSettings(getSession().organisationId)]);
  const view = buildSettingsForm({
    settings,
    limits: {...REPORT_SETTINGS_LIMITS, side: LOGO_LIMITS.side},
    logoHref: paths.logo(settings.revision),
    t,
  });
  return (
    <>
      <PageTitle page={t('settings.title')} site={t('site.name')} />
      <h1>{t('settings.title')}</h1>
      <p className="my-2 max-w-3xl">{t('settings.text')}</p>
      {saved === undefined ? null : <Notice role="status">{t('settings.saved')}</Notice>}
      <SettingsForm action={saveSettingsAction} view={view} cancelUrl={paths.profiles()} />
    </>
  );
}
