namespace Throughline.Analysis.Selection;

/// <summary>Whether the numbers of a certificate are about the types, rows and cuts that it names; only then can they be checked.</summary>
public sealed partial class CertificateCheck
{
    private bool ShapeIsRight()
    {
        var members = certificate.Types.SelectMany(type => type.Members).ToList();
        Complain(
            members.Distinct(StringComparer.Ordinal).Count() != members.Count
                || certificate.Types.Any(type => type.Members.Count == 0 || !(type.Weight > 0)),
            "A candidate stands in two types, or a type is empty or has no weight."
        );
        Complain(
            certificate.Rows.Any(row =>
                row.Types.Any(type => type < 0 || type >= Types)
                || row.Types.Distinct().Count() != row.Types.Count
            ),
            "A row names a type that is not there, or one twice."
        );
        if (problems.Count > 0)
        {
            return false;
        }

        foreach (var row in certificate.Rows.Where(row => row.Quota is not null))
        {
            var named = Enumerable
                .Range(0, Types)
                .Where(type =>
                    certificate.Types[type].Features.TryGetValue(row.Quota!.Category, out var value)
                    && value == row.Quota.Feature
                );
            Complain(
                !named.SequenceEqual(row.Types.Order())
                    || row.Min != row.Quota!.Min
                    || row.Max != row.Quota.Max,
                $"The row “{row.Name}” is not the quota that it names."
            );
        }

        Complain(
            certificate.Probabilities.Count != Types
                || certificate.Probabilities.Any(p => !(p >= 0 && p <= 1 + Tolerance)),
            "There is not one probability from 0 to 1 for each type."
        );
        Complain(
            certificate.Panels.Count == 0
                || certificate.Panels.Any(panel =>
                    panel.Seats.Any(type => type < 0 || type >= Types) || !(panel.Chance >= 0)
                ),
            "A panel names a type that is not there, or its chance is below zero."
        );
        Complain(
            certificate.Cuts.Any(cut =>
                cut.Weights.Count != Types || cut.Rows.Count != certificate.Rows.Count
            )
                || certificate
                    .Levels.Select(level => level.Proof)
                    .Append(certificate.Goldilocks?.Proof)
                    .Any(proof => proof is not null && !Fits(proof)),
            "A proof has not one number for each type, row and cut."
        );
        return problems.Count == 0;
    }

    private bool Fits(Multipliers proof) =>
        proof.Types.Count == Types
        && proof.Rows.Count == certificate.Rows.Count
        && proof.Cuts.Count == certificate.Cuts.Count
        && proof
            .Types.Concat(proof.Rows)
            .Concat(proof.Cuts)
            .Append(proof.Size)
            .All(double.IsFinite);
}
