// Starts the design system's scripts. Every page works without them. A component that is rendered with a data-module must be
// in this list: a test compares the two.
import {
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll
} from 'govuk-frontend'
import './time_out.js'
import './passkeys.js'
import './contact.js'
import './draft.js'

for (const Component of [
  Accordion,
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  ExitThisPage,
  FileUpload,
  NotificationBanner,
  PasswordInput,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs
]) {
  createAll(Component)
}
