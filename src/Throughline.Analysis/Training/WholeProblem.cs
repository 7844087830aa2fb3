namespace Throughline.Analysis.Training;

/// <summary>Facility location with whole customers, in whole numbers.</summary>
internal sealed class WholeProblem
{
    public WholeProblem(FacilityProblem problem, decimal scale)
    {
        (Sites, Customers) = (problem.Sites, problem.Customers);
        Capacity = [.. problem.Capacity];
        Opening = [.. problem.Opening.Select(cost => (long)(cost * scale))];
        Use = problem.Use;
        Cost = new long[Sites, Customers];
        for (var site = 0; site < Sites; site++)
        {
            for (var customer = 0; customer < Customers; customer++)
            {
                Cost[site, customer] = (long)(problem.Cost[site, customer] * scale);
            }
        }

        LeastUse = Enumerable
            .Range(0, Customers)
            .Sum(customer => Enumerable.Range(0, Sites).Min(site => Use[site, customer]));
    }

    public int Sites { get; }

    public int Customers { get; }

    public long[] Capacity { get; }

    public long[] Opening { get; }

    public long[,] Cost { get; }

    public long[,] Use { get; }

    /// <summary>What the open sites must hold together, whoever goes where.</summary>
    public long LeastUse { get; }
}

/// <summary>What a search has settled about a site.</summary>
internal enum SiteState
{
    Free,
    Open,
    Closed,
}
