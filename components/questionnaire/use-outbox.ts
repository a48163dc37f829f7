'use client';
import {useCallback, useSyncExternalStore} from 'react';
import {outboxOf} from './outbox-of';
import {EMPTY_VIEW, type OutboxView} from './outbox-view';

/** What is unsaved of an assessment; looking at it keeps the sending going. */
export function useOutbox(assessment: string): OutboxView {
  const subscribe = useCallback((listener: () => void) => outboxOf(assessment).subscribe(listener), [assessment]);
  return useSyncExternalStore(subscribe, () => outboxOf(assessment).view(), () => EMPTY_VIEW);
}
