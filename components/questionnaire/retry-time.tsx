'use client';
import type {OutboxWords} from '@/lib/report/outbox-words';
import {useOutbox} from './use-outbox';

/** When unsaved answers are sent again; not spoken, for it changes with every try. */
export function RetryTime({assessment, words}: {assessment: string; words: OutboxWords}) {
  const {retryAt} = useOutbox(assessment);
  if (retryAt === 0) return null;
  const time = new Date(retryAt).toLocaleTimeString(document.documentElement.lang, {timeZone: 'Asia/Shanghai', hourCycle: 'h23', timeStyle: 'medium'});
  return <p className="text-sm text-quiet">{words['retry-at'].replace('{time}', time)}</p>;
}
