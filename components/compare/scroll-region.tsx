import type {ReactNode} from 'react';

/** A wide table scrolls in here, never the page; focusable so that the arrow keys can scroll it. */
export function ScrollRegion({labelledBy, children, className = ''}: {labelledBy: string; children: ReactNode; className?: string}) {
  return (
    <div
      role="region"
      aria-labelledby={labelledBy}
      tabIndex={0}
      className={`relative max-w-full overflow-auto print:max-h-none print:overflow-visible ${className}`}
    >
      {children}
    </div>
  );
}
