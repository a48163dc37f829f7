import type {ReactNode} from 'react';

const LOOKS = {
  plain: 'border-link bg-[#eef5fb]',
  warning: 'border-stage-2 bg-[#fdf6e9]',
  alert: 'border-alert bg-[#fdf2f2]',
} as const;

/** A short message that stands out from the text around it. */
export function Notice({look = 'plain', role, children}: {look?: keyof typeof LOOKS; role?: 'alert' | 'status'; children: ReactNode}) {
  return (
    <div role={role} className={`my-4 border-l-8 px-4 py-3 ${LOOKS[look]}`}>
      {children}
    </div>
  );
}
