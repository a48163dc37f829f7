import {PageTitle} from '@/components/layout/page-title';
import {VerifyForm} from '@/components/verify/verify-form';
import {verifyFileAction} from '@/lib/actions/verify-action';
import {ARCHIVE_LIMIT} from '@/lib/archive/parse-archive';
import {getWords} from '@/lib/messages/request-locale';
import {buildVerifyWords} from '@/lib/report/verify-words';

export default async function VerifyPage() {
  const {t} = await getWords();
  return (
    <>
      <PageTitle page={t('verify.title')} site={t('site.name')} />
      <h1>{t('verify.title')}</h1>
      <p className="my-3 max-w-3xl text-lg">{t('verify.lead')}</p>
      <p className="max-w-3xl text-quiet">{t('verify.not-kept')}</p>
      <VerifyForm action={verifyFileAction} words={buildVerifyWords(t, ARCHIVE_LIMIT / 1024 / 1024)} />
    </>
  );
}
