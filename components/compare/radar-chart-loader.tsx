'use client';

import dynamic from 'next/dynamic';
import {useState} from 'react';
import type {RadarView} from '@/lib/report/compare/radar';
import {RadarLegend} from './radar-legend';

const RadarChart = dynamic(() => import('./radar-chart').then((module) => module.RadarChart), {ssr: false});

/** The radar with its legend. The drawing is fetched only where it is shown, and its place is kept free until then. */
export function RadarChartLoader({view}: {view: RadarView}) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    setHidden(next);
  };
  return (
    <div className="break-inside-avoid">
      <noscript>
        <p className="text-quiet">{view.noScript}</p>
      </noscript>
      <div className="noscript:hidden">
        <div className="mx-auto aspect-[340/320] max-w-[340px] sm:aspect-[720/520] sm:max-w-[720px] print:aspect-auto print:max-w-none">
          <RadarChart view={view} hidden={hidden} />
        </div>
        <RadarLegend view={view} hidden={hidden} onToggle={toggle} />
      </div>
    </div>
  );
}
