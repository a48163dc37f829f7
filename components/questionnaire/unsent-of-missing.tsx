'use client';
import {usePathname} from 'next/navigation';
import type {OutboxWords} from '@/lib/report/outbox-words';
import {OutboxNotice} from './outbox-notice';

/** On a page that is not there: what this browser still keeps for the assessment that its address names, which may have been deleted. */
export function UnsentOfMissing({words}: {words: OutboxWords}) {
  const assessment = /^\/assessments\/([0-9a-f-]{36})(?:\/|$)/.exec(usePathname())?.[1];
  return assessment ? <OutboxNotice assessment={assessment} words={words} /> : null;
}
