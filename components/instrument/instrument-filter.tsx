import {Button} from '../ui/button';
import {INPUT_LOOK} from '../ui/field';

type InstrumentFilterProps = {
  action: string;
  /** The stages to choose from; `value` is empty for all. */
  stages: readonly {value: string; label: string}[];
  chosen: {stage: string; text: string};
  textLimit: number;
  words: Record<'stage' | 'text' | 'hint' | 'submit', string>;
};

/** The filter of the instrument page: an ordinary form, so the address carries the choice. */
export function InstrumentFilter({action, stages, chosen, textLimit, words}: InstrumentFilterProps) {
  return (
    <form action={action} className="my-6 flex flex-wrap items-end gap-4 print:hidden">
      <label>
        {words.stage}
        <select name="stage" defaultValue={chosen.stage} className={INPUT_LOOK}>
          {stages.map(({value, label}) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label className="min-w-60 grow">
        {words.text} <span className="text-sm text-quiet">{words.hint}</span>
        <input name="text" type="search" maxLength={textLimit} defaultValue={chosen.text} className={INPUT_LOOK} />
      </label>
      <Button look="secondary">{words.submit}</Button>
    </form>
  );
}
