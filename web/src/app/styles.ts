/**
 * Mantine's styles of the parts on the first screens, in the package's own order. A part that only a lazy chunk uses has its
 * styles imported there. A test fails where a part in use has none.
 */
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Loader.css';
import '@mantine/core/styles/Input.css';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/SegmentedControl.css';
import './mantine-theme.gen.css';
import '@fontsource-variable/figtree/wght.css';
import './tokens.css';
