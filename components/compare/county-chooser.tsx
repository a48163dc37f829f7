import {Button} from '../ui/button';

type Choice = {key: string; label: string; checked: boolean; isBenchmark: boolean};

type CountyChooserProps = {
  action: string;
  open: boolean;
  choices: readonly Choice[];
  words: Record<'summary' | 'benchmarks' | 'profiles' | 'none' | 'submit', string>;
};

/** Chooses the counties to compare; the choice goes into the address. */
export function CountyChooser({action, open, choices, words}: CountyChooserProps) {
  const group = (label: string, members: readonly Choice[]) => (
    <fieldset className="my-3">
      <legend className="font-semibold">{label}</legend>
      {members.length === 0 ? <p className="text-quiet">{words.none}</p> : null}
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {members.map(({key, label: name, checked}) => (
          <label key={key} className="flex items-center gap-2 py-1">
            <input type="checkbox" name="c" value={key} defaultChecked={checked} className="size-5" />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
  return (
    <details open={open} className="my-4 rounded border border-line px-4 py-2 print:hidden">
      <summary className="font-semibold text-link">{words.summary}</summary>
      <form action={action}>
        {group(
          words.benchmarks,
          choices.filter(({isBenchmark}) => isBenchmark),
        )}
        {group(
          words.profiles,
          choices.filter(({isBenchmark}) => !isBenchmark),
        )}
        <Button look="secondary">{words.submit}</Button>
      </form>
    </details>
  );
}
