import {PageTitle} from '@/components/layout/page-title';
import {UnsentOfMissing} from '@/components/questionnaire/unsent-of-missing';
import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';
import {buildOutboxWords} from '@/lib/report/outbox-words';

export default async function NotFound() {
  const {t} = await getWords();
  return (
    <>
      <PageTitle page={t('site.not-found-title')} site={t('site.name')} />
      <h1>{t('site.not-found-title')}</h1>
      <p className="my-4">{t('site.not-found-text')}</p>
      <UnsentOfMissing words={buildOutboxWords(t)} />
      <p>
        <a href={paths.start()}>{t('site.back-to-start')}</a>
      </p>
    </>
  );
}
