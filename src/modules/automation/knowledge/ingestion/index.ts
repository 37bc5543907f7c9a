export { type CleanedText, cleanLine, cleanText } from './clean-text.js';
