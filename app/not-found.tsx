import {getWords} from '@/lib/messages/request-locale';
import {paths} from '@/lib/paths';

export default async function NotFound() {
  const {t} = await getWords();
  return (
    <>
      <h1>{t('site.not-found-title')}</h1>
      <p className="my-4">{t('site.not-found-text')}</p>
      <p>
        <a href={paths.start()}>{t('site.back-to-start')}</a>
      </p>
    </>
  );
}
