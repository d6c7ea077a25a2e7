// No page of the staff of schools, a trust, health, a voluntary organisation and a provider asks for anything that its content security
// policy keeps out. Follows trust.md S-02.
import { nothing_is_kept_out } from './lib/policy_crawl.mjs';

export const name = 'nothing is kept out of any page of schools’ and other services’ staff by its policy';
export const widths = [1280];
export const scripts = ['with'];

export const steps = (scene) => nothing_is_kept_out(scene, ['head@high.tidemoor.example', 'senco@high.tidemoor.example',
    'safeguarding@high.tidemoor.example', 'clerk@high.tidemoor.example', 'officer@trust.tidemoor.example', 'nurse@health.tidemoor.example',
    'worker@families.tidemoor.example', 'worker@lantern.tidemoor.example'], 100);
