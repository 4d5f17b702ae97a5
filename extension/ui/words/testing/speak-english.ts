import { speak } from './catalogue.ts'

speak('en')
