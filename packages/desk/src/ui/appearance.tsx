import { useState } from 'react';
import { type Locale, locales } from '../words/locales.ts';
import { useWords } from '../words/words.tsx';
import { Picker } from './picker.tsx';
import { PressButton } from './press-button.tsx';
import { Sign } from './sign.tsx';
import { applyTheme, themeNow } from './theme.ts';

/** The language, and light or dark. */
export function Appearance() {
  const { say, locale, choose } = useWords();
  const [theme, setTheme] = useState(themeNow);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <div className="row">
      <Picker
        isTerse
        label={say('app.language')}
        value={locale}
        onChange={(code) => choose(code as Locale)}
        options={Object.entries(locales).map(([id, { title }]) => ({ id, title }))}
      />
      <PressButton
        kind="bare"
        aria-label={say(other === 'dark' ? 'app.dark' : 'app.light')}
        onPress={() => {
          applyTheme(other);
          setTheme(other);
        }}
      >
        <Sign of={other === 'dark' ? 'moon' : 'sun'} />
      </PressButton>
    </div>
  );
}
