import { z } from 'zod';
import type { Deposit } from '../../acts/reading/deposit.ts';
import { ok } from '../../engine/refusal.ts';
import { type CodeEcart, ECARTS } from '../../pki/mismatches.ts';
import type { Place } from '../../web/endpoint.ts';
import { certificate } from '../../web/ingress.ts';
import { type Operation, post } from '../operation.ts';
import { Jour, Lien, TypeDeFait } from '../vocabulary.ts';

const texte = z.string();
const peutEtre = texte.nullable();

const Cle = z
  .strictObject({ algorithme: texte, bits: z.int().nullable().meta({ description: 'D’une clé RSA' }) })
  .meta({ id: 'ClePublique' });
const Titulaire = z
  .strictObject({ nom: peutEtre, prenom: peutEtre, titre: peutEtre, identifiant: peutEtre, rpps: peutEtre })
  .meta({ id: 'TitulaireDeCertificat' });
const Structure = z
  .strictObject({ denomination: peutEtre, finess: peutEtre, siret: peutEtre, siren: peutEtre })
  .meta({ id: 'StructureDeCertificat' });
const ecarts = z
  .array(
    z
      .strictObject({
        code: z.enum(Object.keys(ECARTS) as [CodeEcart, ...CodeEcart[]]),
        bloquant: z.boolean().meta({ description: 'Si ce ne peut pas être ce qui a été commandé' }),
        message: texte,
      })
      .meta({ id: 'Ecart' }),
  )
  .meta({ description: 'En quoi le fichier n’est pas ce qui a été commandé' });

/** What a request says, and what to correct in it before it is sent. */
const CsrLu = z
  .strictObject({
    genre: z.literal('csr'),
    contenu: z.strictObject({
      titulaire: Titulaire,
      structure: Structure.nullable(),
      courriels: z.array(texte),
      upn: z.array(texte),
      cle: Cle,
      signature: z.enum(['valide', 'fausse', 'inconnue']),
      motDePasse: z.boolean().meta({ description: 'S’il porte un « challenge password »' }),
    }),
    ecarts,
  })
  .meta({ id: 'CsrLu' });

/** What a certificate says, held against its order, and the fact that it fills in. */
const CertificatLu = z
  .strictObject({
    genre: z.literal('certificat'),
    contenu: z.strictObject({
      usage: z.enum(['AUTH', 'SIGN', 'CONF']).nullable(),
      offre: z.enum(['PRO', 'ORG']).nullable(),
      titulaire: Titulaire,
      structure: Structure.nullable(),
      emetteur: texte,
      essai: z.boolean().meta({ description: 'S’il vient d’une autorité de test' }),
      politiques: z.array(texte),
      numeroSerie: texte,
      debut: Jour,
      fin: Jour,
      cle: Cle,
      empreinte: texte.meta({ description: 'SHA-256, en hexadécimal' }),
    }),
    chaine: z
      .boolean()
      .nullable()
      .meta({ description: 'S’il mène à une autorité connue ; null là où aucune n’est réglée (AC_IGC)' }),
    autres: z.int().meta({ description: 'Les autres certificats de titulaire du même fichier' }),
    ecarts,
    fait: z
      .strictObject({ type: TypeDeFait, date: Jour, numeroSerie: texte, debut: Jour, fin: Jour, emetteur: texte })
      .nullable()
      .meta({
        description: 'À envoyer tel quel à « vers » ; null si un écart est bloquant, ou s’il n’est pas attendu',
      }),
    vers: Lien,
  })
  .meta({ id: 'CertificatLu' });

/** What is read of a certificate or of a request, against what was ordered; nothing is kept. */
export function depositOperations(): Operation[] {
  return [
    post('certificats.fichier', '/certificats/:id/fichier', {
      body: certificate,
      sansEffet: true,
      summary: 'Lire un certificat délivré, ou sa demande (CSR), et le confronter à la commande',
      reply: { schema: z.union([CertificatLu, CsrLu]) },
      async answer({ params: { id }, body, ...place }) {
        const read = await place.services.readDeposit({ genre: 'certificat', id }, body, rulesOf(place));
        return read.ok ? ok({ body: withPath(read.value, `/api/v1/certificats/${id}/faits`) }) : read;
      },
    }),
    post('dossiers.csr', '/dossiers/:id/csr', {
      body: certificate,
      sansEffet: true,
      summary: 'Vérifier une demande de certificat (CSR) avant de l’envoyer',
      reply: { schema: CsrLu },
      async answer({ params: { id }, body, ...place }) {
        const read = await place.services.readDeposit({ genre: 'dossier', id }, body, rulesOf(place));
        return read.ok ? ok({ body: read.value }) : read;
      },
    }),
  ];
}

/** Authorities of test are taken apart from what is real alone. */
function rulesOf({ services: { autorites }, apart }: Place) {
  return { autorites, essai: apart };
}

function withPath(deposit: Deposit, vers: string): object {
  return deposit.genre === 'certificat' ? { ...deposit, vers } : deposit;
}
