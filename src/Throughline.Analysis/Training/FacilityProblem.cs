namespace Throughline.Analysis.Training;

/// <summary>
/// Which sites to open and whom to send where: capacitated facility location. A site is a session that may be held, a customer a district's
/// teachers. Whole numbers of uses and capacities; costs with at most six decimals.
/// </summary>
public sealed record FacilityProblem
{
    /// <summary>What each site can hold.</summary>
    public required IReadOnlyList<long> Capacity { get; init; }

    /// <summary>What opening a site costs, zero or more.</summary>
    public required IReadOnlyList<decimal> Opening { get; init; }

    /// <summary>Site (row) by customer (column): what serving all of the customer there costs.</summary>
    public required decimal[,] Cost { get; init; }

    /// <summary>Site by customer: what the customer takes of the site's capacity. The same in every row unless sites differ.</summary>
    public required long[,] Use { get; init; }

    /// <summary>True where a customer goes to one site as a whole; false where it may be split.</summary>
    public required bool IsWhole { get; init; }

    public int Sites => Capacity.Count;

    public int Customers => Cost.GetLength(1);

    /// <exception cref="InputRefusedException">A figure is negative, sizes disagree, or a customer fits nowhere.</exception>
    public FacilityProblem Checked()
    {
        if (
            Sites == 0
            || Customers == 0
            || Opening.Count != Sites
            || Cost.GetLength(0) != Sites
            || Use.GetLength(0) != Sites
            || Use.GetLength(1) != Customers
        )
        {
            throw new InputRefusedException(
                $"{Sites} sites, {Opening.Count} opening costs and {Cost.GetLength(0)} × {Customers} costs do not belong together; at least one site and one customer are expected."
            );
        }

        for (var site = 0; site < Sites; site++)
        {
            if (Capacity[site] < 0 || Opening[site] < 0)
            {
                throw new InputRefusedException(
                    $"Site {site + 1} has the capacity {Capacity[site]} and the opening cost {Opening[site]}; neither may be below 0."
                );
            }
        }

        for (var customer = 0; customer < Customers; customer++)
        {
            var fits = false;
            for (var site = 0; site < Sites; site++)
            {
                if (Use[site, customer] < 0)
                {
                    throw new InputRefusedException(
                        $"Customer {customer + 1} takes {Use[site, customer]} of site {site + 1}; it cannot be below 0."
                    );
                }

                fits |= Use[site, customer] <= Capacity[site];
            }

            if (IsWhole && !fits)
            {
                throw new InputRefusedException(
                    $"Customer {customer + 1} fits into no site as a whole."
                );
            }
        }

        return this;
    }
}

/// <summary>The best plan found.</summary>
/// <param name="Cost">Its cost.</param>
/// <param name="Bound">No plan costs less.</param>
/// <param name="Proved">True where cost and bound meet: the plan is a cheapest one.</param>
/// <param name="Open">The sites used, from 0, in order.</param>
/// <param name="Share">Site by customer: the part of the customer that goes there, 0 to 1.</param>
public sealed record FacilityAnswer(
    decimal Cost,
    decimal Bound,
    bool Proved,
    IReadOnlyList<int> Open,
    double[,] Share
)
{
    /// <summary>How far the cost may be above the cheapest, relative to the cost; 0 where it is proved.</summary>
    public decimal Gap => Cost == 0 ? 0 : (Cost - Bound) / Math.Abs(Cost);
}
