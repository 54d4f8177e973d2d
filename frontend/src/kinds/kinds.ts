/** The kinds that have pages, in the order in which they are shown. */
import type { KindView } from '../ui/KindView';
import { convening } from './convening/convening';
import { organization } from './organization/organization';

export const kinds: KindView[] = [convening, organization];
