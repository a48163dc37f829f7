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

type SelectFieldProps = {
  name: string;
  label: ReactNode;
  hint: ReactNode;
  /** The choice that is none, shown first. */
  none: string;
  options: readonly {value: string; label: string}[];
  errors?: readonly string[] | undefined;
  defaultValue: string;
};

/** A labelled list to choose from, with its hint and problems. */
export function SelectField({name, label, hint, none, options, errors, defaultValue}: SelectFieldProps) {
  return (
    <div className="my-5">
      <label htmlFor={name} className="block font-semibold">
        {label}
      </label>
      <p id={`${name}-hint`} className="text-quiet">
        {hint}
      </p>
      <FieldErrors id={`${name}-error`} errors={errors} />
      <select
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-describedby={errors?.length ? `${name}-hint ${name}-error` : `${name}-hint`}
        aria-invalid={errors?.length ? true : undefined}
        className={`${INPUT_LOOK} mt-1 max-w-xs`}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
