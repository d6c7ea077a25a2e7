// No page of the council's staff asks for anything that its content security policy keeps out. Follows trust.md S-02.
import { nothing_is_kept_out } from './lib/policy_crawl.mjs';

export const name = 'nothing is kept out of any page of the council’s staff by its policy';
export const widths = [1280];
export const scripts = ['with'];

export const steps = (scene) => nothing_is_kept_out(scene, ['inclusion@tidemoor.example', 'admissions@tidemoor.example',
    'socialworker@tidemoor.example', 'chair@tidemoor.example', 'data@tidemoor.example', 'leader@tidemoor.example', 'dpo@tidemoor.example',
    'admin@tidemoor.example'], 120);
