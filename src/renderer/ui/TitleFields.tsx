// A title in the library's two languages, as the form of a new thing asks for it.
import { useLibraryLanguages } from './i18n.tsx';
import { TextField } from './TextField.tsx';

export type Titles = { title: string; titleSecondary: string };

export type TitleFieldsProps = {
  value: Titles;
  onChange: (value: Titles) => void;
  /** Enter in either field. */
  onEnter: () => void;
  /** The label of a field, given the name of its language. */
  labelIn: (language: string) => string;
};

/** Two fields; the first takes the focus. */
export function TitleFields({ value, onChange, onEnter, labelIn }: TitleFieldsProps) {
  const { primary, secondary } = useLibraryLanguages();
  return (
    <>
      <TextField
        label={labelIn(primary.name)}
        lang={primary.tag}
        value={value.title}
        onChange={(title) => onChange({ ...value, title })}
        onEnter={onEnter}
        autoFocus
      />
      <TextField
        label={labelIn(secondary.name)}
        lang={secondary.tag}
        value={value.titleSecondary}
        onChange={(titleSecondary) => onChange({ ...value, titleSecondary })}
        onEnter={onEnter}
      />
    </>
  );
}
