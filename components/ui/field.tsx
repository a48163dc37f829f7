import type {InputHTMLAttributes, ReactNode} from 'react';

export const INPUT_LOOK = 'block w-full rounded border-2 border-[#6b7684] bg-white px-3 py-1.5 text-ink';

/** The messages of a field, announced with it. */
export function FieldErrors({id, errors}: {id: string; errors: readonly string[] | undefined}) {
  if (!errors || errors.length === 0) return null;
  return (
    <p id={id} className="my-1 font-semibold text-alert">
      {errors.join(' ')}
    </p>
  );
}

type TextFieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  width?: string;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id' | 'width'>;

/** A labelled line of text with its hint and problems. */
export function TextField({name, label, hint, errors, width = 'max-w-xl', ...input}: TextFieldProps) {
  const described = [hint ? `${name}-hint` : '', errors?.length ? `${name}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={`my-5 ${width}`}>
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={`${name}-hint`} className="text-quiet">
          {hint}
        </p>
      ) : null}
      <FieldErrors id={`${name}-error`} errors={errors} />
      <input
        type="text"
        id={name}
        name={name}
        className={`${INPUT_LOOK} mt-1`}
        aria-describedby={described || undefined}
        aria-invalid={errors?.length ? true : undefined}
        {...input}
      />
    </div>
  );
}
