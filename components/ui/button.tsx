import type {AnchorHTMLAttributes, ButtonHTMLAttributes} from 'react';

const LOOKS = {
  primary: 'bg-link text-white border-link hover:bg-[#083f72]',
  secondary: 'bg-white text-ink border-[#6b7684] hover:bg-shade',
  warning: 'bg-white text-alert border-alert hover:bg-[#fdf2f2]',
} as const;

const SHAPE = 'inline-block rounded border-2 px-4 py-2 font-semibold no-underline leading-snug text-center';

type Look = keyof typeof LOOKS;

/** A button of a form. */
export function Button({look = 'primary', className = '', ...rest}: {look?: Look} & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" className={`${SHAPE} ${LOOKS[look]} ${className}`} {...rest} />;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({look = 'primary', children, ...rest}: {href: string; look?: Look} & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a className={`${SHAPE} ${LOOKS[look]}`} {...rest}>
      {children}
    </a>
  );
}
